import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { CloudRules } from '../../shared/pages/clouds/CloudRules.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CloudNamesDrawer } from '../forms/CloudNamesDrawer.tsx'
import { CloudPoliciesDrawer } from '../forms/CloudPoliciesDrawer.tsx'
import { MarketExceptionsPanel } from '../forms/MarketExceptionsPanel.tsx'
import { manifestQuery, type OperatorManifest } from '../parts/cloud-api.ts'

/** All the rules of one cloud in words, and what the operator sets. */
export function CloudPage() {
  const { language } = useLanguage()
  const cloud = useQuery(manifestQuery(usePathId('cloudId'), language))
  return <Loaded query={cloud}>{(value) => <Cloud cloud={value} />}</Loaded>
}

function Cloud({ cloud }: { cloud: OperatorManifest }) {
  const { t } = useText()
  const localName = useLocalName()
  const [asked, setAsked] = useState<'names' | 'policies' | null>(null)
  const close = () => setAsked(null)
  const acts = (
    <>
      <Button onClick={() => setAsked('names')}>{t('clouds.editNames')}</Button>
      <Button onClick={() => setAsked('policies')}>{t('clouds.editPolicies')}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={localName(cloud.editable.name)} above={<TextLink href={paths.operator.clouds}>{t('clouds.title')}</TextLink>} acts={acts} />
      <CloudRules title={t('clouds.rules')} lines={cloud.lines} />
      <MarketExceptionsPanel key={cloud.version} cloud={cloud} />
      {asked === 'names' && <CloudNamesDrawer cloud={cloud} onClose={close} />}
      {asked === 'policies' && <CloudPoliciesDrawer cloud={cloud} onClose={close} />}
    </>
  )
}
