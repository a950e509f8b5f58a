import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type Transfer, type TransferPreview, transferPreviewQuery, transfersKey } from '../../shared/pages/transfers/transfer-api.ts'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { type Choice, TransferChoice } from '../forms/TransferChoice.tsx'
import { customerQuery } from '../parts/customer-api.ts'

/** What this partner sold to the customer goes to another one; or it asks another seller for what that one sold. */
export function CustomerTransferPage() {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const name = useQuery(customerQuery(customerId)).data?.value.companyName
  const query = useQuery(transferPreviewQuery(customerId))
  return (
    <>
      <PageHeader
        title={t('transfers.offerTitle')}
        intro={name && t('transfers.offerIntro', { name })}
        above={<TextLink href={paths.partner.customerSubscriptions(customerId)}>{t('subscriptions.title')}</TextLink>}
      />
      {query.data ? (
        <>
          <OfferForm customerId={customerId} preview={query.data} />
          <AskForm customerId={customerId} refusal={query.data.refusal} />
        </>
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function useProposal(customerId: string, partnerDomain: string, choice: Choice | null) {
  const follow = useFollow()
  return useAct<void, Transfer>({
    send: (_, idempotencyKey) => api.post(`/customers/${customerId}/transfers`, { body: { partnerDomain: partnerDomain.trim(), ...(choice && { subscriptionIds: choice.ids, staysAsReseller: choice.stays }) }, idempotencyKey }),
    changes: [transfersKey, ['transfer-preview']],
    onDone: ({ id }) => follow(paths.partner.transfer(id)),
  })
}

function OfferForm({ customerId, preview }: { customerId: string; preview: TransferPreview }) {
  const { t } = useText()
  const [choice, setChoice] = useState<Choice>({ ids: [], stays: false })
  const labels = { partnerDomain: t('transfers.newPartnerDomain') }
  const form = useForm({ initial: { partnerDomain: '' }, labels, required: ['partnerDomain'] })
  const act = useProposal(customerId, form.values.partnerDomain, choice)
  const blocked = preview.refusal?.reasonText ?? (choice.ids.length === 0 ? t('transfers.chooseOne') : choice.ids.length > preview.most ? t('transfers.tooMany', { most: preview.most }) : undefined)
  if (preview.items.length === 0) {
    return (
      <Panel title={t('transfers.toWhom')}>
        <QuietText>{t('transfers.nothingToOffer')}</QuietText>
      </Panel>
    )
  }
  return (
    <Panel title={t('transfers.toWhom')}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('transfers.offer')} blockedBecause={blocked} besideSubmit={<ButtonLink href={paths.partner.customerSubscriptions(customerId)}>{t('shell.cancel')}</ButtonLink>}>
        <TransferChoice preview={preview} choice={choice} onChange={setChoice} />
        <TextField field={form.field('partnerDomain')} label={labels.partnerDomain} hint={t('transfers.partnerDomainHint')} maxLength={253} autoComplete="off" inputMode="url" />
      </Form>
    </Panel>
  )
}

function AskForm({ customerId, refusal }: { customerId: string; refusal: TransferPreview['refusal'] }) {
  const { t } = useText()
  const labels = { sellerDomain: t('transfers.presentPartnerDomain') }
  const form = useForm({ initial: { sellerDomain: '' }, labels, required: ['sellerDomain'] })
  const act = useProposal(customerId, form.values.sellerDomain, null)
  return (
    <Panel title={t('transfers.ask')}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('transfers.askSubmit')} blockedBecause={refusal?.reasonText}>
        <QuietText>{t('transfers.askIntro')}</QuietText>
        <TextField field={form.field('sellerDomain')} label={labels.sellerDomain} hint={t('transfers.askHint')} maxLength={253} autoComplete="off" inputMode="url" />
      </Form>
    </Panel>
  )
}
