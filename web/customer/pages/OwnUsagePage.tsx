import { makeStyles, tokens } from '@fluentui/react-components'
import { DataUsageRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { UsageBadge } from '../../shared/pages/usage/UsageBadge.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { EndUsageOwnerDialog } from '../forms/EndUsageOwnerDialog.tsx'
import { GiveUsageOwnerDrawer } from '../forms/GiveUsageOwnerDrawer.tsx'
import { UsageOwners } from '../parts/UsageOwners.tsx'
import { type OwnUsage, ownUsageQuery, type UsageOwner } from '../parts/usage-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
})

/** Who manages each usage subscription of one's own organization; ended here, at once [S0.L1.12]. */
export function OwnUsagePage() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(ownUsageQuery({ cursor: state.cursor }))
  const mayChange = useCan()('ownUsage.changeOwners')
  const [giving, setGiving] = useState<OwnUsage | null>(null)
  const [ending, setEnding] = useState<{ usage: OwnUsage; owner: UsageOwner } | null>(null)
  return (
    <>
      <PageHeader title={t('usage.title')} intro={t('usage.introOwn')} />
      <Panel isFlush>
        <DataTable
          label={t('usage.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ usageId }) => usageId}
          rowName={({ name }) => name}
          details={(usage) => <UsageOwners usage={usage} {...(mayChange && { onEnd: (owner) => setEnding({ usage, owner }), onGive: () => setGiving(usage) })} />}
          empty={
            <EmptyState icon={DataUsageRegular} title={t('usage.emptyOwnTitle')}>
              {t('usage.emptyOwnText')}
            </EmptyState>
          }
        />
      </Panel>
      {giving && <GiveUsageOwnerDrawer usage={giving} onClose={() => setGiving(null)} />}
      {ending && <EndUsageOwnerDialog {...ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function useColumns(): readonly Column<OwnUsage>[] {
  const { t } = useText()
  const styles = useStyles()
  return [
    {
      id: 'name',
      header: t('usage.name'),
      isTitle: true,
      width: '34%',
      cell: ({ name, planName, soldByName }) => (
        <>
          <span className={styles.long}>{name}</span>
          <span className={styles.quiet}>{[planName, soldByName && t('usage.soldBy', { name: soldByName })].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { id: 'state', header: t('usage.state'), cell: ({ status }) => <UsageBadge status={status} /> },
    {
      id: 'owner',
      header: t('usage.owner'),
      cell: ({ owners }) => {
        const living = owners.filter(({ endedAt }) => endedAt === null)
        return (
          <span className={styles.long}>
            {living.length > 0 && living.length < 3 ? living.map(({ name }) => name ?? t('usage.unknownName')).join(', ') : t('usage.ownerCount', { count: living.length })}
          </span>
        )
      },
    },
    { id: 'created', header: t('usage.created'), cell: ({ createdAt }) => <DateText at={createdAt} /> },
  ]
}
