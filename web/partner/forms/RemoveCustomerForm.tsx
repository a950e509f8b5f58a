import { Checkbox, Field, Spinner, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { customerKey, customersKey, removalResultKey, type Customer, type Removal, type RemovalPreview } from '../parts/customer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { requestsKey } from '../parts/request-api.ts'
import { Blockers } from './Blockers.tsx'
import { PrivilegesAtEnd, type PrivilegesAtEndChoice } from './PrivilegesAtEnd.tsx'

const useStyles = makeStyles({
  statement: {
    margin: 0,
    padding: '12px 16px',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    lineHeight: tokens.lineHeightBase400,
    maxWidth: '80ch',
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
})

export function RemoveCustomerForm({ customer, preview }: { customer: Customer; preview: RemovalPreview }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const [privileges, setPrivileges] = useState<PrivilegesAtEndChoice>(preview.privilegesChoice === 'always' ? 'end' : 'undecided')
  const [hasAcknowledged, setAcknowledged] = useState(false)
  const [reason, setReason] = useState('')
  const isAnswer = customer.endRequest !== null
  const isChoiceOpen = preview.privileges.length > 0 && privileges === 'undecided'
  const remove = useRemoval(customer, { statementSha256: preview.statement.sha256, endPrivileges: privileges === 'end', reason: reason.trim() })

  const blocked = blockedBecause()
  function blockedBecause(): string | undefined {
    if (!customer.can.includes('remove')) return t('customerAccount.blocked.remove')
    if (preview.blockers.length > 0) return t('customerAccount.blocked.blockers')
    if (isChoiceOpen) return t('customerAccount.blocked.choose')
    return hasAcknowledged ? undefined : t('customerAccount.blocked.acknowledge')
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (blocked === undefined && !remove.isPending) remove.mutate()
      }}
    >
      <ProblemBanner problem={remove.error && !remove.isPending ? describeProblem(remove.error, texts) : null} />
      <Panel title={t('customerAccount.whatStops')}>
        <BulletList items={preview.whatStops} />
      </Panel>
      <Blockers customerId={customer.customerId} blockers={preview.blockers} note={preview.blockersNote} />
      <PrivilegesAtEnd preview={preview} choice={privileges} onChoose={setPrivileges} />
      <Panel title={t('customerAccount.statement')}>
        <Stack>
          <blockquote className={styles.statement}>{preview.statement.text}</blockquote>
          <QuietText>{preview.noticeNote}</QuietText>
          <Field label={`${t(isAnswer ? 'customerAccount.note' : 'customerAccount.reason')} (${t('form.optionalMark')})`} hint={isAnswer ? undefined : t('customerAccount.reasonHint')}>
            <Textarea value={reason} rows={2} maxLength={1000} resize="vertical" onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Checkbox checked={hasAcknowledged} label={t('customerAccount.acknowledge')} onChange={(_, { checked }) => setAcknowledged(checked === true)} />
        </Stack>
      </Panel>
      {blocked !== undefined && <QuietText>{blocked}</QuietText>}
      <Acts>
        <GuardedButton
          type="submit"
          appearance="primary"
          className={blocked === undefined ? styles.danger : undefined}
          blockedBecause={blocked}
          disabledFocusable={remove.isPending}
          icon={remove.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
        >
          {t('customerAccount.removeCustomer')}
        </GuardedButton>
        <ButtonLink href={paths.partner.customerAccount(customer.customerId)}>{t('shell.cancel')}</ButtonLink>
      </Acts>
    </form>
  )
}

type RemovalWishes = { statementSha256: string; endPrivileges: boolean; reason: string }

/** Where the customer asked for the end, removing is the answer to it. */
function useRemoval(customer: Customer, { reason, ...wishes }: RemovalWishes) {
  const queryClient = useQueryClient()
  const follow = useFollow()
  const { customerId, endRequest } = customer
  return useAct<void, Removal>({
    send: (_, idempotencyKey) =>
      endRequest
        ? api.post(`/customers/${customerId}/end-answers`, { body: { answer: 'agreed', ...wishes, ...(reason && { note: reason }) }, idempotencyKey })
        : api.post(`/customers/${customerId}/removal`, { body: { ...wishes, ...(reason && { reason }) }, idempotencyKey }),
    changes: [customersKey, requestsKey],
    onDone: (removal) => {
      queryClient.setQueryData(removalResultKey(customerId), removal)
      queryClient.removeQueries({ queryKey: customerKey(customerId) })
      follow(paths.partner.customerRemoved(customerId), { replace: true })
    },
  })
}
