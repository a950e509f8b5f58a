import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AddCloudDrawer } from '../forms/AddCloudDrawer.tsx'
import { manifestsQuery, type OperatorManifest } from '../parts/cloud-api.ts'

/** Every cloud with what tells it apart; a cloud's own page says all its rules. */
export function CloudsPage() {
  const { t } = useText()
  const { language } = useLanguage()
  const clouds = useQuery(manifestsQuery(language))
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHeader title={t('clouds.title')} intro={t('clouds.intro')} acts={<Button onClick={() => setAdding(true)}>{t('clouds.add')}</Button>} />
      <Loaded query={clouds}>
        {({ items }) => (
          <>
            {items.map((cloud) => (
              <CloudPanel key={cloud.id} cloud={cloud} />
            ))}
            {isAdding && <AddCloudDrawer clouds={items} onClose={() => setAdding(false)} />}
          </>
        )}
      </Loaded>
    </>
  )
}

const told = ['operatorName', 'customerPortalName', 'privileges', 'customerAgreement', 'markets']

function CloudPanel({ cloud }: { cloud: OperatorManifest }) {
  const { t } = useText()
  const localName = useLocalName()
  const name = localName(cloud.editable.name)
  const changed = cloud.lines.filter(({ isChanged }) => isChanged).length
  return (
    <Panel title={name} acts={<TextLink href={paths.operator.cloud(cloud.id)} aria-label={t('clouds.openWhat', { name })}>{t('clouds.open')}</TextLink>}>
      <KeyValueList
        items={[
          ...cloud.lines.filter(({ key }) => told.includes(key)).map(({ title, value }) => ({ key: title, value })),
          { key: t('clouds.changedLines'), value: t('clouds.changedCount', { count: changed }) },
        ]}
      />
    </Panel>
  )
}
