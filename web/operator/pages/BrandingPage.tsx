import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { BrandingForm } from '../forms/BrandingForm.tsx'
import { LogoPanel } from '../forms/LogoPanel.tsx'
import { brandingQuery } from '../parts/branding-api.ts'

/** How the installation looks to everybody who comes to it. */
export function BrandingPage() {
  const { t } = useText()
  const branding = useQuery(brandingQuery)
  return (
    <>
      <PageHeader title={t('branding.title')} intro={t('branding.intro')} />
      <Loaded query={branding}>
        {(value) => (
          <>
            <BrandingForm key={value.version} branding={value} />
            <LogoPanel branding={value} />
          </>
        )}
      </Loaded>
    </>
  )
}
