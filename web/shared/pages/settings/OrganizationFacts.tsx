import { useSignedIn } from '../../api/session.ts'
import { useFormats, useLocalName, useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import type { TenantView } from './settings-api.ts'

/** What the operator entered at enrolment, and nobody here can change. */
export function OrganizationFacts({ tenant }: { tenant: TenantView }) {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const others = tenant.domains.filter((domain) => domain !== tenant.primaryDomain)
  return (
    <Panel title={t('settings.organization')}>
      <Stack>
        <KeyValueList
          items={[
            { key: t('settings.name'), value: tenant.name },
            { key: t('settings.tenantId'), value: <CopyableId id={tenant.id} what={t('settings.theTenantId')} /> },
            { key: t('settings.cloud'), value: `${localName(cloud.name)} (${localName(cloud.operatorName)})` },
            { key: t('settings.country'), value: formats.country(tenant.country) },
            { key: t('settings.primaryDomain'), value: <CopyableId id={tenant.primaryDomain} what={t('settings.theDomain')} /> },
            others.length > 0 && { key: t('settings.otherDomains'), value: formats.list(others) },
          ]}
        />
        <QuietText>{t('settings.fixedFacts')}</QuietText>
      </Stack>
    </Panel>
  )
}
