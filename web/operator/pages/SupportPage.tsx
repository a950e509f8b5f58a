import { useText } from '../../shared/language/LanguageProvider.tsx'
import { SupportCases } from '../../shared/pages/support/SupportCases.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'

/** What people of every organization ask, and the answers. */
export function SupportPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('support.title')} intro={t('support.introOperator')} />
      <SupportCases base="/operator/support-cases" />
    </>
  )
}
