import { makeStyles, tokens } from '@fluentui/react-components'
import { MegaphoneRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CampaignBadge } from '../parts/CampaignBadge.tsx'
import { type CampaignLine, campaignsQuery } from '../parts/campaign-api.ts'
import { NewCampaignLink } from '../parts/NewCampaignLink.tsx'

const useStyles = makeStyles({
  name: { display: 'block', minWidth: '130px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** Lists of customers that were brought along, and what came of them. */
export function CampaignsPage() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(campaignsQuery({ cursor: state.cursor }))
  return (
    <>
      <PageHeader title={t('campaigns.title')} intro={t('campaigns.intro')} acts={<NewCampaignLink />} />
      <Panel isFlush>
        <DataTable
          label={t('campaigns.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={
            <EmptyState icon={MegaphoneRegular} title={t('campaigns.emptyTitle')} acts={<NewCampaignLink />}>
              {t('campaigns.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<CampaignLine>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('campaigns.name'),
      isTitle: true,
      width: '34%',
      cell: ({ id, name, delivery }) => (
        <span className={styles.name}>
          <TextLink href={paths.partner.campaign(id)}>{name}</TextLink>
          <span className={styles.quiet}>{t(`campaigns.delivery.${delivery}`)}</span>
        </span>
      ),
    },
    { id: 'state', header: t('campaigns.state'), cell: ({ status }) => <CampaignBadge status={status} /> },
    { id: 'rows', header: t('campaigns.rows'), cell: ({ rowCount }) => formats.number(rowCount) },
    {
      id: 'result',
      header: t('campaigns.result'),
      width: '26%',
      cell: ({ rowCount, asked, accepted, ready, refused }) => (rowCount === 0 ? t('campaigns.resultNone') : asked > 0 ? t('campaigns.resultLine', { asked, accepted }) : t('campaigns.resultWaiting', { ready, refused })),
    },
    { id: 'created', header: t('campaigns.created'), cell: ({ createdAt }) => <DateText at={createdAt} /> },
  ]
}
