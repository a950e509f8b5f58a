import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CampaignActs } from '../forms/CampaignActs.tsx'
import { UploadListForm } from '../forms/UploadListForm.tsx'
import { CampaignBadge } from '../parts/CampaignBadge.tsx'
import { CampaignProgress } from '../parts/CampaignProgress.tsx'
import { CampaignRows } from '../parts/CampaignRows.tsx'
import { CampaignCountries, CampaignReasons, CampaignSummary } from '../parts/CampaignSummary.tsx'
import { type Campaign, campaignQuery } from '../parts/campaign-api.ts'

/** One list: how far it is, what came of it, and every row with its reason. */
export function CampaignPage() {
  const { t } = useText()
  const query = useQuery(campaignQuery(usePathId('campaignId')))
  const campaign = query.data?.value
  return (
    <>
      <PageHeader
        title={campaign?.name ?? t('campaigns.campaign')}
        intro={campaign && t(`campaigns.delivery.${campaign.delivery}`)}
        above={<TextLink href={paths.partner.campaigns}>{t('campaigns.title')}</TextLink>}
        beside={campaign && <CampaignBadge status={campaign.status} />}
        acts={campaign && <CampaignActs campaign={campaign} etag={query.data!.etag} />}
      />
      <Loaded query={query}>{({ value }) => <Report campaign={value} />}</Loaded>
    </>
  )
}

function Report({ campaign }: { campaign: Campaign }) {
  const { t } = useText()
  return (
    <>
      <CampaignProgress campaign={campaign} />
      {campaign.rowCount > 0 && (
        <>
          <CampaignSummary campaign={campaign} />
          <CampaignReasons title={t('campaigns.blocked')} reasons={campaign.blocked} />
          <CampaignReasons title={t('campaigns.refusals')} reasons={campaign.refusals} />
          <CampaignCountries countries={campaign.countries} />
        </>
      )}
      {campaign.can.includes('takeList') && <UploadListForm campaign={campaign} />}
      {campaign.rowCount > 0 && <CampaignRows campaign={campaign} />}
    </>
  )
}
