import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { noWishes, type Wishes } from '../forms/asked-customer.ts'
import { NewRequestForm } from '../forms/NewRequestForm.tsx'
import { customerQuery } from '../parts/customer-api.ts'
import { type PartnershipSide, partnershipsQuery } from '../parts/partnership-api.ts'
import { readPrefill } from '../parts/new-request-href.ts'

/** Ask a customer for a reseller relationship, or again for privileges; filled in from the address where it names a customer. */
export function NewRequestPage() {
  const { t } = useText()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const { customerId, kind, askPrivileges = null } = readPrefill(search)
  const named = search.domain ? ({ way: 'named', domainOrId: search.domain, companyName: search.company ?? '' } as const) : {}
  const wished: Wishes = { ...noWishes, ...named, kind, askPrivileges: kind === 'establish' ? askPrivileges : null }
  if (search.provider) return <JointRequest side="reseller" partnerId={search.provider} wished={wished} />
  if (search.reseller) return <JointRequest side="provider" partnerId={search.reseller} wished={wished} />
  return (
    <>
      <PageHeader
        title={t('newRequest.title')}
        intro={t('newRequest.intro')}
        above={<TextLink href={paths.partner.customers}>{t('customers.title')}</TextLink>}
      />
      {customerId ? <Prefilled key={`${customerId} ${kind}`} customerId={customerId} wished={wished} /> : <NewRequestForm initial={wished} />}
    </>
  )
}

function Prefilled({ customerId, wished }: { customerId: string; wished: Wishes }) {
  const texts = useText()
  const query = useQuery(customerQuery(customerId))
  if (query.data) {
    const { companyName, primaryDomain, removed } = query.data.value
    return <NewRequestForm initial={{ ...wished, way: 'known', known: { customerId, companyName, primaryDomain, isRelated: removed === null } }} />
  }
  return <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={6} />}</Panel>
}

/** With one of the reseller's providers, or one of the provider's resellers: one link for both [S1.33, S1.38]. */
function JointRequest({ side, partnerId, wished }: { side: PartnershipSide; partnerId: string; wished: Wishes }) {
  const texts = useText()
  const { t } = texts
  const query = useQuery(partnershipsQuery(side, { status: 'active', size: '500' }))
  const partner = query.data?.items.find((one) => one.partner?.id === partnerId)?.partner
  const other = { id: partnerId, name: partner?.name ?? t(`partnerships.side.${side === 'reseller' ? 'provider' : 'reseller'}`) }
  const list = side === 'reseller' ? 'indirectProviders' : 'indirectResellers'
  return (
    <>
      <PageHeader
        title={t('partnerships.invite')}
        intro={t(side === 'reseller' ? 'partnerships.inviteIntro' : 'partnerships.inviteForResellerIntro')}
        above={<TextLink href={paths.partner[list]}>{t(`partnerships.${list}`)}</TextLink>}
      />
      {query.data ? (
        <NewRequestForm initial={{ ...wished, kind: 'establish', askPrivileges: null, ...(side === 'reseller' ? { provider: other } : { reseller: other }) }} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={6} />}</Panel>
      )}
    </>
  )
}
