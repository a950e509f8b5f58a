import { makeStyles, tokens } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { RequestActsMenu } from '../forms/RequestActsMenu.tsx'
import { isAwaited, requestsQuery, requestStatuses, type RequestRow } from '../parts/request-api.ts'
import { NewRelationshipLink } from '../parts/NewRelationshipLink.tsx'
import { RequestBadge } from '../parts/RequestBadge.tsx'
import { useRequestName } from '../parts/use-request-name.ts'
import { ValidUntil } from '../parts/ValidUntil.tsx'
import { VisitLine } from '../parts/VisitLine.tsx'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'break-word', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  name: { display: 'block', minWidth: '130px' },
  kind: { display: 'block', minWidth: '140px' },
  date: { '@container (min-width: 1000px)': { whiteSpace: 'nowrap' } },
})

/** Every tracked request: what became of it, and who came to its page [H-1]. */
export function RequestsPage() {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const name = useRequestName()
  const state = useTableState({ sort: '', filters: ['status', 'kind'] })
  const { sort: _unsorted, ...query } = state.query
  const page = useQuery(requestsQuery(query))
  const filters: readonly Filter[] = [
    { name: 'status', label: t('requests.state'), choices: requestStatuses.map((value) => ({ value, label: t(`requests.status.${value}`) })) },
    { name: 'kind', label: t('requests.kind'), choices: (['establish', 'restorePrivileges'] as const).map((value) => ({ value, label: t(`requests.kind.${value}`) })) },
  ]
  const isTracking = cloud.requestKinds.includes('trackedRequest')
  return (
    <>
      <PageHeader title={t('requests.title')} intro={t('requests.intro')} acts={<NewRelationshipLink />} />
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('requests.searchLabel')} filters={filters} />
        <DataTable
          label={t('requests.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={name}
          acts={(request) => <RequestActsMenu request={request} />}
          empty={
            <EmptyState icon={SendRegular} title={t('requests.emptyTitle')} acts={<NewRelationshipLink />}>
              {t(isTracking ? 'requests.emptyText' : 'requests.untrackedText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<RequestRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const name = useRequestName()
  return [
    {
      id: 'customer',
      header: t('requests.customer'),
      isTitle: true,
      width: '19%',
      cell: (request) => (
        <span className={styles.name}>
          <TextLink href={paths.partner.request(request.id)}>{name(request)}</TextLink>
        </span>
      ),
    },
    {
      id: 'kind',
      width: '18%',
      header: t('requests.asksFor'),
      cell: ({ kind, askPrivileges, provider, reseller }) => (
        <span className={styles.kind}>
          {t(`requests.kind.${kind}`)}
          {(provider ?? reseller) && <span className={styles.quiet}>{t('partnerships.jointlyWith', { name: (provider ?? reseller)!.name })}</span>}
          {kind === 'establish' && <span className={styles.quiet}>{t(askPrivileges ? 'requests.withPrivileges' : 'requests.withoutPrivileges')}</span>}
        </span>
      ),
    },
    { id: 'state', header: t('requests.state'), cell: ({ status }) => <RequestBadge status={status} /> },
    { id: 'latest', header: t('requests.latest'), width: '24%', cell: (request) => <Latest request={request} /> },
    {
      id: 'created',
      header: t('requests.created'),
      cell: ({ createdAt, createdBy }) => (
        <>
          <span className={styles.date}>
            <DateText at={createdAt} />
          </span>
          <span className={styles.quiet}>{createdBy?.displayName ?? t('requests.erased')}</span>
        </>
      ),
    },
    { id: 'validUntil', header: t('requests.validUntil'), width: '14%', cell: ({ validUntil, status }) => <ValidUntil at={validUntil} isAwaited={isAwaited(status)} isInList /> },
  ]
}

/** The last thing the customer's side did, or that it did nothing yet. */
function Latest({ request }: { request: RequestRow }) {
  const { t, rich } = useText()
  const styles = useStyles()
  const { status, lastVisit, answeredAt, declineReason } = request
  if (status === 'declined') return declineReason ? t('requests.declinedBecause', { reason: declineReason }) : t('requests.declinedSilently')
  if (status === 'accepted' && answeredAt) return rich('requests.acceptedWhen', { when: <DateText at={answeredAt} as="relative" /> })
  if (!lastVisit) return <span className={styles.quiet}>{t(isAwaited(status) ? 'requests.nobodyCame' : 'requests.nobodyEverCame')}</span>
  return (
    <>
      <VisitLine visit={lastVisit} />
      <span className={styles.quiet}>
        <DateText at={lastVisit.at} as="relative" />
      </span>
    </>
  )
}
