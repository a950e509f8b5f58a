import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { ProviderInvitation } from './partnership-api.ts'
import { ValidUntil } from './ValidUntil.tsx'

/** Who asks: the facts by which a firm is known, not its words (decision 7). */
export function ProviderCard({ provider, validUntil }: { provider: ProviderInvitation['provider']; validUntil: string }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <Panel title={t('partnerships.whoAsks')}>
      <KeyValueList
        items={[
          { key: t('partnerships.side.provider'), value: <bdi>{provider.name}</bdi> },
          { key: t('partnerships.checked'), value: t(provider.isVerified ? 'partnerships.verified' : 'partnerships.notVerified') },
          { key: t('partnerships.country'), value: formats.country(provider.country) },
          { key: t('partnerships.domain'), value: provider.domain },
          { key: t('partnerships.programmeId'), value: provider.programmeId ?? t('partnerships.noProgrammeId') },
          { key: t('partnerships.partnerId'), value: <CopyableId id={provider.id} what={t('partnerships.partnerId')} /> },
          { key: t('requests.validUntil'), value: <ValidUntil at={validUntil} isAwaited /> },
        ]}
      />
    </Panel>
  )
}
