import type { AnswerEvidence, AttestationEvidence, CartEvidence, EndRequestEvidence, EvidenceEntries, EvidencePart, HandOverEvidence, NamedPartner, NamedPerson, OrderEvidence, OwnPurchaseEvidence, PartnershipEvidence, PrivilegeEvidence, PurchasePermissionEvidence, RelationshipEvidence, SubscriptionEvidence } from '../../domain/evidence.ts'
import type { EvidenceText } from '../../language/evidence-text.ts'
import type { Language } from '../../language/languages.ts'

/** How the page says names, moments and sentences. */
export interface Words {
  readonly language: Language
  readonly timeZone: string
  t(text: EvidenceText, values?: Readonly<Record<string, string | number>>): string
  at(instant: string): string
  who(person: NamedPerson | null): string
  partner(partner: NamedPartner | null): string
  country(code: string): string
  languageName(tag: string): string
  list(names: readonly string[]): string
}

/** An entry as sentences, not yet escaped. */
export function entryLines<Part extends EvidencePart>(words: Words, part: Part, entry: EvidenceEntries[Part]): string[] {
  const say = lines[part as keyof typeof lines] as ((words: Words, entry: EvidenceEntries[Part]) => string[]) | undefined
  return say ? say(words, entry) : []
}

const lines = {
  attestations: ({ t, at, who, partner }: Words, one: AttestationEvidence) => [
    t('attested', { partner: partner(one.partner), who: one.agreedBy, number: one.versionNumber, day: one.agreedOn, attester: who(one.attestedBy), at: at(one.attestedAt) }),
  ],
  answers: ({ t, at, who, partner, list }: Words, one: AnswerEvidence) => [
    t(one.answer === 'accepted' ? 'answer.accepted' : 'answer.declined', {
      partner: [partner(one.partner), ...(one.secondPartner ? [partner(one.secondPartner)] : [])].join(', '),
      services: one.serviceNames.length > 0 ? list(one.serviceNames) : 'none',
      who: who(one.answeredBy),
      at: at(one.answeredAt),
    }),
    ...(one.declineReason ? [t('reason', { reason: one.declineReason })] : []),
  ],
  relationships: ({ t, at, partner }: Words, one: RelationshipEvidence) => [
    t('relationship', { partner: partner(one.partner), channel: t(`channel.${one.channel}` as EvidenceText), from: at(one.startedAt), isEnded: one.endedAt ? 'yes' : 'no', to: one.endedAt ? at(one.endedAt) : '' }),
  ],
  privileges: ({ t, at, who, partner }: Words, one: PrivilegeEvidence) => [
    t('privilege', { partner: partner(one.partner), service: one.serviceName, from: at(one.grantedAt), who: who(one.grantedBy), isEnded: one.endedAt ? 'yes' : 'no', to: one.endedAt ? at(one.endedAt) : '' }),
  ],
  endRequests: ({ t, at, who, partner }: Words, one: EndRequestEvidence) => [
    t('endRequest', { partner: partner(one.partner), at: at(one.askedAt), who: who(one.askedBy), isAnswered: one.answeredAt ? 'yes' : 'no', to: one.answeredAt ? at(one.answeredAt) : '' }),
    ...(one.reason ? [t('reason', { reason: one.reason })] : []),
  ],
  handOvers: ({ t, at, who, partner, list }: Words, one: HandOverEvidence) => [
    t('handOver', { answer: one.answer, from: partner(one.from), to: partner(one.to), services: one.serviceNames.length > 0 ? list(one.serviceNames) : 'none', who: who(one.answeredBy), at: at(one.answeredAt) }),
    ...(one.declineReason ? [t('reason', { reason: one.declineReason })] : []),
  ],
  partnerships: ({ t, at, who, partner }: Words, one: PartnershipEvidence) => [
    t(one.answer === 'authorized' ? 'partnership.authorized' : 'partnership.declined', {
      partner: partner(one.partner), side: one.side, who: who(one.answeredBy), at: at(one.answeredAt), isEnded: one.endedAt ? 'yes' : 'no', to: one.endedAt ? at(one.endedAt) : '', ender: who(one.endedBy),
    }),
    ...(one.endReason ? [t('reason', { reason: one.endReason })] : []),
  ],
  orders: ({ t, at, who, partner }: Words, one: OrderEvidence) => [
    t('order', { customer: partner(one.customer), id: one.id, status: t(`orderStatus.${one.status}` as EvidenceText), total: `${one.total} ${one.currency}`, who: who(one.placedBy), at: at(one.placedAt) }),
    t('rowHash', { sha256: one.sha256 }),
  ],
  subscriptions: ({ t, at, partner }: Words, one: SubscriptionEvidence) => [
    t('subscription', { name: one.friendlyName === null ? one.offerName : `${one.friendlyName} (${one.offerName})`, quantity: one.quantity, id: one.id, seller: partner(one.seller), customer: partner(one.customer), status: t(`subscriptionStatus.${one.status}` as EvidenceText), at: at(one.orderedAt) }),
    ...(one.charged === null ? [] : [t('charged', { amount: `${one.charged} ${one.currency}` })]),
    t('rowHash', { sha256: one.sha256 }),
  ],
  carts: ({ t, at, who, partner, list }: Words, one: CartEvidence) => [
    t('cart', { customer: partner(one.customer), isOrdered: one.orderId === null ? 'no' : 'yes', lines: list(one.lines.map(({ catalogItemId, quantity }) => `${quantity} × ${catalogItemId}`)), who: who(one.changedBy), at: at(one.changedAt) }),
    t('rowHash', { sha256: one.sha256 }),
  ],
  purchasePermissions: ({ t, at, who, partner }: Words, one: PurchasePermissionEvidence) => [
    t('purchasePermission', { partner: partner(one.partner), customer: partner(one.customer), kind: one.kind, who: who(one.givenBy), from: at(one.givenAt), isEnded: one.endedAt ? 'yes' : 'no', to: one.endedAt ? at(one.endedAt) : '' }),
    t('purchaseLimits', { each: one.mostEach === null ? 'none' : `${one.mostEach} ${one.currency}`, monthly: one.mostMonthly === null ? 'none' : `${one.mostMonthly} ${one.currency}`, needsApproval: one.needsApproval ? 'yes' : 'no' }),
    t('rowHash', { sha256: one.sha256 }),
  ],
  ownPurchases: ({ t, at, who, partner }: Words, one: OwnPurchaseEvidence) => [
    t('ownPurchase', {
      ...{ name: one.offerName, quantity: one.quantity, total: `${one.total} ${one.currency}`, committed: `${one.committed} ${one.currency}`, id: one.id },
      ...{ customer: partner(one.customer), partner: partner(one.partner), status: t(`purchaseStatus.${one.status}` as EvidenceText), who: who(one.askedBy), at: at(one.askedAt) },
    }),
    ...(one.declineReason ? [t('reason', { reason: one.declineReason })] : []),
    t('rowHash', { sha256: one.sha256 }),
  ],
} as const
