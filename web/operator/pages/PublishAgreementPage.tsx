import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { PublishAgreementForm } from '../forms/PublishAgreementForm.tsx'
import { cloudsQuery } from '../parts/operator-api.ts'

/** A new version of a customer agreement: for a cloud and a country, one text in each language. */
export function PublishAgreementPage() {
  const { t } = useText()
  const clouds = useQuery(cloudsQuery)
  return (
    <>
      <PageHeader title={t('operator.publish')} intro={t('operator.publishIntro')} above={<TextLink href={paths.operator.agreements}>{t('operator.agreements')}</TextLink>} />
      <Loaded isPart query={clouds}>
        {({ items }) => <PublishAgreementForm clouds={items.filter(({ customerAgreement }) => customerAgreement === 'required')} />}
      </Loaded>
    </>
  )
}
