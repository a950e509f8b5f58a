import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { isWaiting, type Partnership } from './partnership-api.ts'
import { ValidUntil } from './ValidUntil.tsx'

/** Who the other side is, and what happened when. */
export function PartnershipFacts({ partnership }: { partnership: Partnership }) {
  const { t } = useText()
  const formats = useFormats()
  const { partner, status, side } = partnership
  const erased = t('requests.erased')
  return (
    <Panel title={t('requests.facts')}>
      <KeyValueList
        items={[
          partner && { key: t('partnerships.partner'), value: partner.name },
          partner && { key: t('partnerships.country'), value: formats.country(partner.country) },
          partner && { key: t('partnerships.domain'), value: partner.domain },
          partner && { key: t('partnerships.programmeId'), value: partner.programmeId ?? t('partnerships.noProgrammeId') },
          partner && { key: t('partnerships.partnerId'), value: <CopyableId id={partner.id} what={t('partnerships.partnerId')} /> },
          partner && { key: t('partnerships.checked'), value: t(partner.isVerified ? 'partnerships.verified' : 'partnerships.notVerified') },
          side === 'provider' && partnership.namedCompany !== null && { key: t('partnerships.named'), value: partnership.namedCompany },
          side === 'provider' && { key: t('requests.createdBy'), value: partnership.createdBy?.displayName ?? erased },
          { key: t('partnerships.askedAt'), value: <DateText at={partnership.createdAt} as="dateTime" /> },
          isWaiting(status) && { key: t('requests.validUntil'), value: <ValidUntil at={partnership.validUntil} isAwaited /> },
          partnership.answeredAt !== null && {
            key: t(status === 'declined' ? 'partnerships.declinedAt' : 'partnerships.authorizedAt'),
            value: <DateText at={partnership.answeredAt} as="dateTime" />,
          },
          partnership.answeredAt !== null && { key: t('partnerships.answeredBy'), value: partnership.answeredBy?.displayName ?? erased },
          partnership.endedAt !== null && { key: t('partnerships.removedAt'), value: <DateText at={partnership.endedAt} as="dateTime" /> },
          partnership.endedBySide !== null && { key: t('partnerships.removedBy'), value: t(`partnerships.side.${partnership.endedBySide}`) },
          partnership.endReason !== null && { key: t('customerAccount.reason'), value: partnership.endReason },
        ]}
      />
    </Panel>
  )
}
