import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { HandshakeRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { FavouriteButton } from './FavouriteButton.tsx'
import { CallBadge, LeadBadge } from './LeadBadge.tsx'
import { type LeadRow, leadsQuery, type LeadTab } from './referral-api.ts'

const useStyles = makeStyles({
  name: { display: 'block', minWidth: '130px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
})

const places = { marketplace: paths.partner.leads, qualified: paths.partner.qualifiedLeads, favourites: paths.partner.favouriteLeads } as const
const emptyTexts = { marketplace: ['empty', 'emptyText'], qualified: ['emptyQualified', 'emptyQualifiedText'], favourites: ['emptyFavourites', 'emptyFavouritesText'] } as const

/** One of the three views of leads, each with an address of its own (S4.L3.2). */
export function LeadTable({ tab }: { tab: LeadTab }) {
  const { t } = useText()
  const styles = useStyles()
  const state = useTableState({ sort: '', filters: ['stage'] })
  const { sort: _unsorted, ...query } = state.query
  const page = useQuery(leadsQuery(tab, query))
  const filters: readonly Filter[] = [{ name: 'stage', label: t('referrals.stage'), choices: (['received', 'accepted', 'archived'] as const).map((value) => ({ value, label: t(`referrals.stage.${value}`) })) }]
  const [title, text] = emptyTexts[tab]
  return (
    <>
      <PageHeader title={t('referrals.leads')} tabTitle={`${t('referrals.leads')} · ${t(`referrals.tab.${tab}`)}`} intro={t('referrals.leadsIntro')} above={t('referrals.title')} />
      <TabLinks label={t('referrals.views')} tabs={(['marketplace', 'qualified', 'favourites'] as const).map((one) => ({ label: t(`referrals.tab.${one}`), href: places[one], isCurrent: one === tab }))} />
      {page.data?.hasProfile === false && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{t('referrals.profileFirst')}</MessageBarTitle>
            {t('referrals.profileFirstText')} <TextLink href={paths.partner.businessProfiles}>{t('referrals.profiles')}</TextLink>
          </MessageBarBody>
        </MessageBar>
      )}
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('referrals.searchLabel')} filters={filters} />
        <DataTable
          label={t('referrals.leads')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ company }) => company.name}
          acts={(lead) => <FavouriteButton lead={lead} />}
          empty={
            <EmptyState icon={HandshakeRegular} title={t(`referrals.${title}`)}>
              {t(`referrals.${text}`)}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<LeadRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    {
      id: 'company',
      header: t('referrals.company'),
      isTitle: true,
      width: '32%',
      cell: ({ id, company }) => (
        <span className={styles.name}>
          <TextLink href={paths.partner.lead(id)}>{company.name}</TextLink>
          <span className={styles.quiet}>{formats.country(company.country)}</span>
        </span>
      ),
    },
    {
      id: 'status',
      header: t('referrals.stage'),
      width: '24%',
      cell: ({ status, call }) => (
        <span className={styles.badges}>
          <LeadBadge status={status} />
          <CallBadge call={call} />
        </span>
      ),
    },
    { id: 'kind', header: t('referrals.kind'), cell: ({ kind }) => t(`referrals.kind.${kind}`) },
    { id: 'received', header: t('referrals.received'), cell: ({ receivedAt }) => <DateText at={receivedAt} /> },
    { id: 'due', header: t('referrals.answerBy'), cell: ({ status, expiresAt }) => (status === 'received' ? <DateText at={expiresAt} /> : '–') },
  ]
}
