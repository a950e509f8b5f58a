import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Connector, provisioningKey } from '../parts/catalogue-api.ts'

/** What went there is done by hand from now on. */
export function RemoveConnectorDialog({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const remove = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/connectors/${connector.id}/removal`, { body: {}, idempotencyKey }),
    changes: [provisioningKey],
    onDone: () => {
      notify.done(t('connectors.removed'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('connectors.removeTitle')}
      confirmLabel={t('connectors.remove')}
      isWorking={remove.isPending}
      problem={remove.error && !remove.isPending ? describeProblem(remove.error, texts) : null}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      {t('connectors.removeText', { host: new URL(connector.url).host })}
    </ConfirmDialog>
  )
}
