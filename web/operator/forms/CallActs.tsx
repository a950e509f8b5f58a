import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { provisioningKey, type Waiting } from '../parts/catalogue-api.ts'

/** Sends it to its connector now, or takes it from there. Nothing of this makes it active. */
export function CallActs({ waiting }: { waiting: Waiting }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [isAsking, setAsking] = useState(false)
  const name = `${waiting.offerName}, ${waiting.customerName}`
  const path = `/operator/provisioning/${waiting.subscriptionId}`
  const retry = useAct({
    send: (_: void, idempotencyKey) => api.post(`${path}/retry`, { body: {}, idempotencyKey }),
    changes: [provisioningKey],
    onDone: () => notify.done(t('connectors.sent')),
  })
  const giveUp = useAct({
    send: (_: void, idempotencyKey) => api.post(`${path}/giving-up`, { body: {}, idempotencyKey }),
    changes: [provisioningKey],
    onDone: () => {
      setAsking(false)
      notify.done(t('connectors.givenUp'))
    },
  })
  const send = t(waiting.call === null ? 'connectors.send' : 'connectors.sendAgain')
  return (
    <>
      <ProblemBanner problem={retry.error && !retry.isPending ? describeProblem(retry.error, texts) : null} />
      {waiting.can.includes('retry') && (
        <Button size="small" aria-label={`${send}: ${name}`} disabledFocusable={retry.isPending} onClick={() => !retry.isPending && retry.mutate()}>
          {send}
        </Button>
      )}
      {waiting.can.includes('giveUp') && (
        <Button size="small" aria-label={`${t('connectors.giveUp')}: ${name}`} onClick={() => setAsking(true)}>
          {t('connectors.giveUp')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('connectors.giveUpTitle')}
        confirmLabel={t('connectors.giveUp')}
        isWorking={giveUp.isPending}
        problem={giveUp.error && !giveUp.isPending ? describeProblem(giveUp.error, texts) : null}
        onConfirm={() => giveUp.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('connectors.giveUpText')}
      </ConfirmDialog>
    </>
  )
}
