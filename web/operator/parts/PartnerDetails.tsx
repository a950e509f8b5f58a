import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import type { OperatorPartner } from './operator-api.ts'
import { useCloudName } from './use-cloud-name.ts'
import { useKindNames } from './use-kind-names.ts'

/** The ids and facts of one partner. */
export function PartnerDetails({ partner }: { partner: OperatorPartner }) {
  const { t } = useText()
  const formats = useFormats()
  const kindNames = useKindNames()
  const cloudName = useCloudName()
  return (
    <KeyValueList
      items={[
        { key: t('operator.tenantId'), value: <CopyableId id={partner.id} what={t('settings.theTenantId')} /> },
        { key: t('operator.programmeId'), value: partner.programmeId ? <CopyableId id={partner.programmeId} what={t('operator.programmeIdOf', { name: partner.name })} /> : t('console.notYet') },
        { key: t('operator.primaryDomain'), value: partner.primaryDomain },
        { key: t('operator.kinds'), value: formats.list(kindNames(partner.kinds)) },
        { key: t('operator.cloud'), value: cloudName(partner.cloud) },
        { key: t('operator.country'), value: formats.country(partner.country) },
        { key: t('operator.enrolledAt'), value: <DateText at={partner.enrolledAt} /> },
        partner.can.includes('reinstate') && { key: t('operator.suspendedBecause'), value: partner.statusReason ?? t('operator.noReason') },
      ]}
    />
  )
}
