import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { OwnCloud as Cloud } from '../../../../src/http/portal/own-cloud.ts'
import { api } from '../../api/api.ts'
import { useLanguage, useLocalName, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { CloudRules } from './CloudRules.tsx'

/** In the reader's language: the rules come as words. */
const ownCloudQuery = (language: string) => queryOptions({ queryKey: ['cloud', language], queryFn: ({ signal }) => api.get<Cloud>('/cloud', { signal }) })

/** What one's own cloud lets both sides do, before the mistake. Where a rule refused something, it stands first. */
export function OwnCloud() {
  const { t } = useText()
  const localName = useLocalName()
  const { language } = useLanguage()
  const cloud = useQuery(ownCloudQuery(language))
  const { rule } = useSearch({ strict: false }) as { rule?: string }
  return (
    <>
      <PageHeader title={t('clouds.ownTitle')} intro={cloud.data && t('clouds.ownIntro', { name: localName(cloud.data.name) })} />
      <Loaded query={cloud}>
        {({ lines }) => {
          const asked = lines.filter(({ key }) => key === rule)
          const others = lines.filter(({ key }) => key !== rule)
          return (
            <>
              {asked.length > 0 && <CloudRules title={t('clouds.thisRule')} lines={asked} />}
              <CloudRules title={t('clouds.rules')} lines={others.filter(({ capability }) => capability === null)} />
              <CloudRules title={t('clouds.notYet')} lines={others.filter(({ capability }) => capability !== null)} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
