import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { NewCampaignForm } from '../forms/NewCampaignForm.tsx'

/** A list of customers to be checked and, once that was read, asked. */
export function NewCampaignPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('campaigns.new')} intro={t('campaigns.newIntro')} above={<TextLink href={paths.partner.campaigns}>{t('campaigns.title')}</TextLink>} />
      <NewCampaignForm />
    </>
  )
}
