import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { EscalateDrawer } from './EscalateDrawer.tsx'
import { requestsKey, type ServiceRequest, type Side, sides } from './request-api.ts'

/** What may be done now beside writing, by the server's own word. */
export function RequestActs({ side, request: { id, can } }: { side: Side; request: ServiceRequest }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [isEscalating, setEscalating] = useState(false)
  const settle = useAct({
    send: (noun: 'closure' | 'reopening', idempotencyKey) => api.post(`${sides[side].base}/${id}/${noun}`, { idempotencyKey }),
    changes: [requestsKey, ['activity']],
    onDone: (_, noun) => notify.done(t(noun === 'closure' ? 'serviceRequests.closed' : 'serviceRequests.reopened')),
  })
  return (
    <>
      <ProblemBanner problem={settle.error && !settle.isPending ? describeProblem(settle.error, texts) : null} />
      {can.includes('escalate') && <Button onClick={() => setEscalating(true)}>{t('serviceRequests.escalate')}</Button>}
      {can.includes('close') && (
        <Button disabledFocusable={settle.isPending} onClick={() => settle.mutate('closure')}>
          {t('serviceRequests.close')}
        </Button>
      )}
      {can.includes('reopen') && (
        <Button disabledFocusable={settle.isPending} onClick={() => settle.mutate('reopening')}>
          {t('serviceRequests.reopen')}
        </Button>
      )}
      {isEscalating && <EscalateDrawer id={id} onClose={() => setEscalating(false)} />}
    </>
  )
}
