import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type GivingPreview, givingPreviewQuery, type HandOver, handOversKey } from '../../shared/pages/hand-overs/hand-over-api.ts'
import { HandOverPreviewPanel } from '../../shared/pages/hand-overs/HandOverPreviewPanel.tsx'
import { HandOverProblems } from '../../shared/pages/hand-overs/HandOverProblems.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useMayHandOver } from '../parts/use-may-hand-over.ts'

/** What handing this customer over means for its present partner, and to whom it is proposed. */
export function CustomerHandOverPage() {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const query = useQuery(givingPreviewQuery(customerId))
  return (
    <>
      <PageHeader title={t('handOvers.give')} intro={query.data?.customer.name} above={<TextLink href={paths.partner.customerAccount(customerId)}>{t('customerAccount.title')}</TextLink>} />
      {query.data ? (
        <Proposal given={query.data} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function Proposal({ given: { customer, problems, preview } }: { given: GivingPreview }) {
  const { t } = useText()
  const follow = useFollow()
  const mayNot = useMayHandOver()
  const labels = { partnerDomain: t('handOvers.newPartnerDomain') }
  const form = useForm({ initial: { partnerDomain: '' }, labels, required: ['partnerDomain'] })
  const act = useAct<void, HandOver>({
    send: (_, idempotencyKey) => api.post('/hand-overs', { body: { customerId: customer.id, partnerDomain: form.values.partnerDomain.trim() }, idempotencyKey }),
    changes: [handOversKey, ['giving-preview']],
    onDone: ({ id }) => follow(paths.partner.handOver(id)),
  })
  return (
    <>
      <HandOverProblems problems={problems}>
        {problems.some(({ reasonCode }) => reasonCode === 'handOverThingsOpen') && (
          <>
            {t('transfers.linkHint')} <TextLink href={paths.partner.customerTransfer(customer.id)}>{t('transfers.link')}</TextLink>
          </>
        )}
      </HandOverProblems>
      <HandOverPreviewPanel preview={preview} />
      <Panel title={t('handOvers.toWhom')}>
        <Form
          form={form}
          act={act}
          onSubmit={() => act.mutate()}
          submitLabel={t('handOvers.propose')}
          blockedBecause={mayNot ?? (problems.length > 0 ? t('handOvers.blocked.inTheWay') : undefined)}
          besideSubmit={<ButtonLink href={paths.partner.customerAccount(customer.id)}>{t('shell.cancel')}</ButtonLink>}
        >
          <TextField field={form.field('partnerDomain')} label={labels.partnerDomain} hint={t('handOvers.partnerDomainHint')} maxLength={253} autoComplete="off" inputMode="url" />
        </Form>
      </Panel>
    </>
  )
}
