import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { ProviderPanel } from './ProviderPanel.tsx'
import { providerQuery } from './provider-api.ts'

/** Through which provider of their own the people of this organization may sign in. */
export function SignInProviderSettings() {
  const { t } = useText()
  const can = useCan()
  const isAllowed = can('signInProvider.read')
  const query = useQuery({ ...providerQuery, enabled: isAllowed })
  return (
    <>
      <PageHeader title={t('provider.settings')} intro={t('provider.settingsIntro')} />
      {isAllowed ? (
        <Loaded isPart query={query}>
          {({ provider, redirectUris }) => (
            <>
              <ProviderPanel key={provider?.version ?? 0} provider={provider} />
              <Panel title={t('provider.atProvider')}>
                <Stack>
                  <QuietText>{t('provider.atProviderText')}</QuietText>
                  <BulletList items={redirectUris.map((uri) => <CopyableId key={uri} id={uri} what={t('provider.theRedirectUri')} />)} />
                  <QuietText>{t('provider.peopleText')}</QuietText>
                </Stack>
              </Panel>
            </>
          )}
        </Loaded>
      ) : (
        <EmptyState title={t('provider.notForYourRole')}>{t('provider.notForYourRoleText')}</EmptyState>
      )}
    </>
  )
}
