import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { type KeyValue, KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { type HandOver, isOpen } from './hand-over-api.ts'

/** Who takes part, and what happened when; nothing that the reader is not to know yet. */
export function HandOverFacts({ handOver }: { handOver: HandOver }) {
  const { t } = useText()
  const formats = useFormats()
  const { from, to, customer, status } = handOver
  const erased = t('requests.erased')
  const partner = (party: HandOver['from'], key: string): (KeyValue | null)[] =>
    party === null
      ? [{ key, value: isOpen(status) ? t('handOvers.notKnownYet', { domain: handOver.namedPartnerDomain ?? '' }) : handOver.namedPartnerDomain }]
      : [
          { key, value: `${party.name}, ${formats.country(party.country)}` },
          { key: t('partnerships.domain'), value: party.domain },
          { key: t('partnerships.partnerId'), value: <CopyableId id={party.id} what={t('partnerships.partnerId')} /> },
          { key: t('partnerships.checked'), value: t(party.isVerified ? 'partnerships.verified' : 'partnerships.notVerified') },
        ]
  return (
    <Panel title={t('requests.facts')}>
      <KeyValueList
        items={[
          handOver.side !== 'customer' && { key: t('handOvers.customer'), value: [customer.name, customer.domain, customer.country && formats.country(customer.country)].filter(Boolean).join(', ') },
          ...partner(from, t('handOvers.from')),
          ...partner(to, t('handOvers.to')),
          { key: t('handOvers.proposedAt'), value: <DateText at={handOver.createdAt} as="dateTime" /> },
          { key: t('handOvers.proposedBy'), value: handOver.createdBy?.displayName ?? erased },
          handOver.agreedAt !== null && { key: t('handOvers.agreedAt'), value: <DateText at={handOver.agreedAt} as="dateTime" /> },
          handOver.agreedAt !== null && { key: t('handOvers.agreedBy'), value: handOver.agreedBy?.displayName ?? erased },
          isOpen(status) && { key: t('handOvers.validUntil'), value: <DateText at={handOver.validUntil} as="deadline" /> },
          handOver.answeredAt !== null && { key: t(`handOvers.status.${status}`), value: <DateText at={handOver.answeredAt} as="dateTime" /> },
          handOver.answeredAt !== null && { key: t('handOvers.answeredBy'), value: handOver.answeredBy?.displayName ?? erased },
          handOver.note !== null && { key: t('handOvers.note'), value: handOver.note },
        ]}
      />
    </Panel>
  )
}
