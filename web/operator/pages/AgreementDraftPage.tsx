import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { PublishAgreementForm } from '../forms/PublishAgreementForm.tsx'
import { cloudsQuery, draftQuery } from '../parts/operator-api.ts'

/** A draft of a customer agreement, to be written on, looked at as customers will see it, and published. */
export function AgreementDraftPage() {
  const { t } = useText()
  const draft = useQuery(draftQuery(usePathId('draftId')))
  const clouds = useQuery(cloudsQuery)
  return (
    <Loaded query={draft}>
      {(value) => (
        <>
          <PageHeader title={t('console.draft')} intro={t('operator.publishIntro')} above={<TextLink href={paths.operator.agreements}>{t('operator.agreements')}</TextLink>} />
          <Loaded isPart query={clouds}>
            {({ items }) => <PublishAgreementForm key={value.version} draft={value} clouds={items.filter(({ customerAgreement }) => customerAgreement === 'required')} />}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}
