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
import { partnershipsQuery } from '../parts/partnership-api.ts'
import { readPrefill } from '../parts/new-request-href.ts'

/** Ask a customer for a reseller relationship, or again for privileges; filled in from the address where it names a customer. */
export function NewRequestPage() {
  const { t } = useText()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>
  const { customerId, kind, askPrivileges = null } = readPrefill(search)
  const named = search.domain ? ({ way: 'named', domainOrId: search.domain, companyName: search.company ?? '' } as const) : {}
  const wished: Wishes = { ...noWishes, ...named, kind, askPrivileges: kind === 'establish' ? askPrivileges : null }
  if (search.provider) return <JointRequest providerId={search.provider} wished={wished} />
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

/** For one of the reseller's providers: one link for both [S1.33, S1.38]. */
function JointRequest({ providerId, wished }: { providerId: string; wished: Wishes }) {
  const texts = useText()
  const { t } = texts
  const query = useQuery(partnershipsQuery('reseller', { status: 'active', size: '500' }))
  const provider = query.data?.items.find(({ partner }) => partner?.id === providerId)?.partner
  return (
    <>
      <PageHeader
        title={t('partnerships.invite')}
        intro={t('partnerships.inviteIntro')}
        above={<TextLink href={paths.partner.indirectProviders}>{t('partnerships.indirectProviders')}</TextLink>}
      />
      {query.data ? (
        <NewRequestForm initial={{ ...wished, kind: 'establish', askPrivileges: null, provider: { id: providerId, name: provider?.name ?? t('partnerships.side.provider') } }} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={6} />}</Panel>
      )}
    </>
  )
}
