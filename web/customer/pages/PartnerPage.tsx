import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { NotFoundPage } from '../../shared/pages/NotFoundPage.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'
import { HandOver } from '../parts/HandOver.tsx'
import { PartnerKinds, VerifiedBadge } from '../parts/PartnerBadges.tsx'
import { partnerRelationshipQuery, type PartnerRelationship } from '../parts/partner-api.ts'
import { PrivilegesPanel } from '../parts/PrivilegesPanel.tsx'
import { PrivilegesWithoutRelationship } from '../parts/PrivilegesWithoutRelationship.tsx'
import { RecentActs } from '../parts/RecentActs.tsx'
import { RelationshipPanel } from '../parts/RelationshipPanel.tsx'

/** One partner: what ties it to the organization, what it may do, what it did, and how to end that. */
export function PartnerPage() {
  const texts = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const partnerId = usePathId('partnerId')
  const query = useQuery(partnerRelationshipQuery(partnerId))
  const partner = query.data
  const listName = localName(cloud.partnerRelationshipsPageName)

  if (query.error && !partner) {
    if (isProblem(query.error, 'notFound')) return <NotFoundPage />
    return (
      <>
        <PageHeader title={listName} />
        <Panel>
          <ForAdministrators error={query.error}>
            <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} />
          </ForAdministrators>
        </Panel>
      </>
    )
  }
  const above = <TextLink href={paths.customer.partners}>{listName}</TextLink>
  if (!partner) {
    return (
      <>
        <PageHeader title={texts.t('partners.partner')} above={above} />
        <Panel>
          <LoadingState lines={6} />
        </Panel>
      </>
    )
  }
  return (
    <>
      <PageHeader title={partner.name} above={above} beside={<VerifiedBadge isVerified={partner.isVerified} />} />
      {partner.privilegesWithoutRelationship && <PrivilegesWithoutRelationship partner={partner} />}
      <PrivilegesPanel partner={partner} />
      <RelationshipPanel partner={partner} />
      <Panel title={texts.t('partners.recent')}>
        <RecentActs recent={partner.recent} partnerId={partner.partnerId} />
      </Panel>
      {partner.privileges.length > 0 && <HandOver />}
      <About partner={partner} />
    </>
  )
}

function About({ partner }: { partner: PartnerRelationship }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <Panel title={t('partners.about')}>
      <KeyValueList
        items={[
          { key: t('partners.kind'), value: <PartnerKinds kinds={partner.kinds} /> },
          { key: t('partners.country'), value: formats.country(partner.country) },
          partner.domain ? { key: t('partners.domain'), value: <bdi>{partner.domain}</bdi> } : null,
          partner.programmeId ? { key: t('partners.programmeId'), value: <CopyableId id={partner.programmeId} what={t('partners.programmeId')} /> } : null,
          { key: t('partners.partnerId'), value: <CopyableId id={partner.partnerId} what={t('partners.partnerId')} /> },
        ]}
      />
    </Panel>
  )
}
