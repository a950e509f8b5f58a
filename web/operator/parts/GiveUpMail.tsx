import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { operatorKey, type OperatorMail } from './operator-api.ts'

/** Ends the attempts for one mail; what it carried is gone with it, so it is asked first. */
export function GiveUpMail({ mail }: { mail: OperatorMail }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [isAsking, setAsking] = useState(false)
  const giveUp = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/mails/${mail.id}/giving-up`, { idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      setAsking(false)
      notify.done(t('mailbox.givenUp'))
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('mailbox.giveUp')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('mailbox.giveUpTitle')}
        confirmLabel={t('mailbox.giveUp')}
        isWorking={giveUp.isPending}
        problem={giveUp.error && describeProblem(giveUp.error, texts)}
        onConfirm={() => giveUp.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('mailbox.giveUpText')}
      </ConfirmDialog>
    </>
  )
}
