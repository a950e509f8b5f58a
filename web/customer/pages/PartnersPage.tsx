import { makeStyles, tokens } from '@fluentui/react-components'
import { HandshakeRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'
import { HandOverNotice } from '../parts/HandOverNotice.tsx'
import { PartnerKinds, VerifiedBadge } from '../parts/PartnerBadges.tsx'
import { partnerRelationshipsQuery, type PartnerRelationship } from '../parts/partner-api.ts'
import { PartnersTabs } from '../parts/PartnersTabs.tsx'
import { PrivilegeLines } from '../parts/PrivilegeLines.tsx'
import { PrivilegesWithoutRelationship } from '../parts/PrivilegesWithoutRelationship.tsx'
import { RecentActs } from '../parts/RecentActs.tsx'
import { RelationshipBadge } from '../parts/RelationshipBadge.tsx'
import { Section } from '../parts/Section.tsx'

const useStyles = makeStyles({
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  quiet: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** Every partner and which of them hold admin privileges on which service [S0.L1.4, S2.21-22]; the cloud names the page. */
export function PartnersPage() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const state = useTableState({ sort: '' })
  const page = useQuery(partnerRelationshipsQuery({ cursor: state.cursor }))
  const columns = useColumns()
  const title = localName(cloud.partnerRelationshipsPageName)
  return (
    <>
      <PageHeader title={title} intro={t('partners.intro')} />
      <PartnersTabs current="partners" />
      <HandOverNotice />
      {page.data?.items.filter((partner) => partner.privilegesWithoutRelationship).map((partner) => <PrivilegesWithoutRelationship key={partner.partnerId} partner={partner} />)}
      <Panel isFlush>
        <ForAdministrators error={page.error}>
          <DataTable
            label={title}
            columns={columns}
            page={page}
            state={state}
            rowKey={({ partnerId }) => partnerId}
            rowName={({ name }) => name}
            details={(partner) => (
              <Section level={2} title={t('partners.recent')}>
                <RecentActs recent={partner.recent} partnerId={partner.partnerId} />
              </Section>
            )}
            empty={
              <EmptyState icon={HandshakeRegular} title={t('partners.emptyTitle')}>
                {t('partners.emptyText')}
              </EmptyState>
            }
          />
        </ForAdministrators>
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<PartnerRelationship>[] {
  const { t } = useText()
  return [
    { id: 'name', header: t('partners.partner'), isTitle: true, cell: (partner) => <Name partner={partner} /> },
    { id: 'relationship', header: t('partners.relationship'), cell: (partner) => <Relationship partner={partner} /> },
    {
      id: 'privileges',
      header: t('partners.privilegesHeld'),
      width: '44%',
      cell: ({ privileges }) => (privileges.length > 0 ? <PrivilegeLines privileges={privileges} /> : <StatusBadge tone="ended">{t('shell.none')}</StatusBadge>),
    },
  ]
}

function Name({ partner }: { partner: PartnerRelationship }) {
  const styles = useStyles()
  return (
    <>
      <span className={styles.name}>
        <TextLink href={paths.customer.partner(partner.partnerId)}>
          <bdi>{partner.name}</bdi>
        </TextLink>
        <VerifiedBadge isVerified={partner.isVerified} />
      </span>
      <span className={styles.quiet}>
        <PartnerKinds kinds={partner.kinds} />
      </span>
    </>
  )
}

function Relationship({ partner }: { partner: PartnerRelationship }) {
  const styles = useStyles()
  const { rich } = useText()
  const { relationship } = partner
  return (
    <>
      <RelationshipBadge partner={partner} />
      {relationship && (
        <span className={styles.quiet}>
          {relationship.endedAt
            ? rich('partners.endedOn', { date: <DateText at={relationship.endedAt} /> })
            : rich('partners.since', { date: <DateText at={relationship.since} /> })}
        </span>
      )}
    </>
  )
}
