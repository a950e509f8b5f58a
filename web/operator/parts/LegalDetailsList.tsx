import { useText } from '../../shared/language/LanguageProvider.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import type { OperatorEnrolment } from './operator-api.ts'

/** The firm behind a partner, as it was recorded. */
export function LegalDetailsList({ details }: { details: NonNullable<OperatorEnrolment['legalDetails']> }) {
  const { t } = useText()
  const { addressLine1, addressLine2, postalCode, city, state } = details
  const address = [addressLine1, addressLine2, [postalCode, city].filter(Boolean).join(' '), state].filter(Boolean)
  return (
    <KeyValueList
      items={[
        { key: t('console.detail.legalName'), value: details.legalName },
        { key: t('console.address'), value: address.map((line) => <div key={line}>{line}</div>) },
        { key: t('console.detail.contactName'), value: details.contactName },
        { key: t('console.detail.contactMail'), value: details.contactMail },
        details.contactPhone !== null && { key: t('console.detail.contactPhone'), value: details.contactPhone },
        { key: t('console.detail.supportMail'), value: details.supportMail },
        details.supportPhone !== null && { key: t('console.detail.supportPhone'), value: details.supportPhone },
      ]}
    />
  )
}
