import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type Transfer, transferKey, transferPreviewQuery, transfersKey } from '../../shared/pages/transfers/transfer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey } from '../parts/customer-api.ts'
import { type Choice, TransferChoice } from './TransferChoice.tsx'

/** The yes of whoever is asked: the new partner accepts, the seller chooses what it lets go. */
export function AnswerTransfer({ transfer }: { transfer: Transfer }) {
  if (transfer.side === 'to' && transfer.status === 'offered') return <Accept transfer={transfer} />
  return transfer.side === 'from' && transfer.status === 'asked' ? <Offer transfer={transfer} /> : null
}

const pathOf = ({ customer, id }: Transfer) => `/customers/${customer.id}/transfers/${id}`
const changedBy = ({ customer, id }: Transfer) => [transferKey(id), transfersKey, customerKey(customer.id), ['activity']]

function Accept({ transfer }: { transfer: Transfer }) {
  const { t } = useText()
  const notify = useNotify()
  const act = useAct<void, Transfer>({
    send: (_, idempotencyKey) => api.post(`${pathOf(transfer)}/acceptance`, { body: { versionShown: transfer.versionShown }, idempotencyKey }),
    changes: changedBy(transfer),
    onDone: () => notify.done(t('transfers.done.accept')),
  })
  const blocked = !transfer.can.includes('accept') ? t('transfers.blocked.role') : transfer.problems.length > 0 ? t('transfers.blocked.inTheWay') : undefined
  return <Answer act={act} label={t('transfers.act.accept')} blocked={blocked} note={t('transfers.acceptNote')} onAnswer={() => act.mutate()} />
}

function Offer({ transfer }: { transfer: Transfer }) {
  const { t } = useText()
  const notify = useNotify()
  const preview = useQuery({ ...transferPreviewQuery(transfer.customer.id), enabled: transfer.can.includes('offer') })
  const [choice, setChoice] = useState<Choice>({ ids: [], stays: false })
  const act = useAct<void, Transfer>({
    send: (_, idempotencyKey) => api.post(`${pathOf(transfer)}/offer`, { body: { subscriptionIds: choice.ids, staysAsReseller: choice.stays }, idempotencyKey }),
    changes: changedBy(transfer),
    onDone: () => notify.done(t('transfers.done.offer')),
  })
  const blocked = !transfer.can.includes('offer') ? t('transfers.blocked.role') : choice.ids.length === 0 ? t('transfers.chooseOne') : undefined
  return (
    <Answer act={act} label={t('transfers.offer')} blocked={blocked} note={null} onAnswer={() => act.mutate()}>
      {transfer.can.includes('offer') && (preview.data ? <TransferChoice preview={preview.data} choice={choice} onChange={setChoice} /> : <LoadingState lines={3} />)}
    </Answer>
  )
}

interface AnswerProps {
  readonly act: { readonly error: Error | null; readonly isPending: boolean }
  readonly label: string
  readonly blocked: string | undefined
  readonly note: string | null
  readonly onAnswer: () => void
  readonly children?: React.ReactNode
}

function Answer({ act, label, blocked, note, onAnswer, children }: AnswerProps) {
  const texts = useText()
  return (
    <Panel title={texts.t('transfers.yourAnswer')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        {children}
        <Acts>
          <GuardedButton
            appearance="primary"
            size="large"
            blockedBecause={blocked}
            disabledFocusable={act.isPending || blocked !== undefined}
            icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
            onClick={() => blocked === undefined && !act.isPending && onAnswer()}
          >
            {label}
          </GuardedButton>
        </Acts>
        {(blocked ?? note) !== null && <QuietText>{blocked ?? note}</QuietText>}
      </Stack>
    </Panel>
  )
}
