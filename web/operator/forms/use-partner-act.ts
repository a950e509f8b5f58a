import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { operatorKey, type OperatorPartner } from '../parts/operator-api.ts'

export type PartnerActDialogProps = { partner: OperatorPartner; onClose: () => void }

type PartnerAct = PartnerActDialogProps & { path: 'verification' | 'suspension' | 'reinstatement' | 'debt' | 'programme-id' | 'outside-agreement'; body?: Record<string, unknown>; done: string }

/** One act of the operator on a partner, as a confirmation dialog needs it. */
export function usePartnerAct({ partner, onClose, path, body = {}, done }: PartnerAct) {
  const texts = useText()
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/partners/${partner.id}/${path}`, { body, idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      notify.done(done)
      onClose()
    },
  })
  return {
    isOpen: true,
    isWorking: act.isPending,
    problem: act.error && describeProblem(act.error, texts),
    onConfirm: () => act.mutate(),
    onCancel: onClose,
  }
}
