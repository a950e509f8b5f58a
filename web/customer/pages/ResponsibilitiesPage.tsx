import { makeStyles, tokens } from '@fluentui/react-components'
import { HandshakeRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { DutyCell } from '../parts/DutyCell.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'
import { responsibilityMapQuery, type ServiceResponsibilities } from '../parts/partner-api.ts'
import { PartnersTabs } from '../parts/PartnersTabs.tsx'

const duties = ['billing', 'admin', 'support'] as const

const useStyles = makeStyles({
  meanings: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  mark: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300, maxWidth: '80ch' },
})

/** Service by service: who bills, who may administer, who supports, and where that does not fit together [S2.21-22]. */
export function ResponsibilitiesPage() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const state = useTableState({ sort: '' })
  const page = useQuery(responsibilityMapQuery)
  const columns = useColumns()
  const isNobody = page.data?.items.every(({ duties: all }) => all.every(({ answerable }) => answerable.length === 0)) ?? false
  return (
    <>
      <PageHeader title={localName(cloud.partnerRelationshipsPageName)} tabTitle={t('responsibility.title')} intro={t('responsibility.intro')} />
      <PartnersTabs current="services" />
      <Panel isFlush>
        <ForAdministrators error={page.error}>
          {isNobody ? (
            <EmptyState icon={HandshakeRegular} title={t('partners.emptyTitle')}>
              {t('partners.emptyText')}
            </EmptyState>
          ) : (
            <DataTable label={t('responsibility.title')} columns={columns} page={page} state={state} rowKey={({ service }) => service} rowName={({ serviceName }) => serviceName} empty={null} />
          )}
        </ForAdministrators>
      </Panel>
      {page.data && !isNobody && <Meanings rows={page.data.items} />}
    </>
  )
}

function useColumns(): readonly Column<ServiceResponsibilities>[] {
  const { t } = useText()
  return [
    { id: 'service', header: t('responsibility.service'), isTitle: true, width: '22%', cell: ({ serviceName }) => serviceName },
    ...duties.map((duty) => ({
      id: duty,
      header: t(`responsibility.duty.${duty}`),
      width: '26%',
      cell: (row: ServiceResponsibilities) => {
        const found = row.duties.find((one) => one.duty === duty)
        return found && <DutyCell duty={found} />
      },
    })),
  ]
}

/** Only the marks that stand in the table. */
function Meanings({ rows }: { rows: readonly ServiceResponsibilities[] }) {
  const styles = useStyles()
  const { t } = useText()
  const cells = rows.flatMap((row) => row.duties)
  const answerable = cells.flatMap((cell) => cell.answerable)
  const marks = [...new Set([...cells.flatMap((cell) => cell.marks), ...answerable.flatMap((one) => one.marks)])]
  const isBehind = answerable.some((one) => one.isBehind)
  const isMarked = marks.length > 0 || isBehind
  return (
    <Panel {...(isMarked && { title: t('responsibility.meaning') })}>
      <Stack>
        {isMarked && (
          <dl className={styles.meanings}>
            {marks.map((mark) => (
              <div key={mark}>
                <dt className={styles.mark}>{t(`responsibility.mark.${mark}`)}</dt>
                <dd className={styles.meaning}>{t(`responsibility.means.${mark}`)}</dd>
              </div>
            ))}
            {isBehind && (
              <div>
                <dt className={styles.mark}>{t('responsibility.behind')}</dt>
                <dd className={styles.meaning}>{t('responsibility.means.behind')}</dd>
              </div>
            )}
          </dl>
        )}
        <QuietText>{t('responsibility.unsold')}</QuietText>
      </Stack>
    </Panel>
  )
}
