import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { healthOfCloudsKey } from '../parts/service-health-api.ts'
import { useCloudName } from '../parts/use-cloud-name.ts'

/** Somebody's word that every service was looked at; it holds for a day. */
export function StateCheckedDialog({ cloud, onClose }: { cloud: string; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const name = useCloudName()(cloud)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/service-health/${cloud}/statement`, { body: {}, idempotencyKey }),
    changes: [healthOfCloudsKey],
    onDone: () => {
      notify.done(t('services.checkedDone'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('services.stateCheckedTitle', { cloud: name })}
      confirmLabel={t('services.stateChecked')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('services.stateCheckedText')}</QuietText>
    </ConfirmDialog>
  )
}
