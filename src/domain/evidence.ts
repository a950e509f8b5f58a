/** Format of the machine-readable file; a reader decides by it. A new member is no new version, a changed meaning is. */
export const evidenceFormat = 'vinculo-evidence/1'

/** The parts of an evidence file, in this order. Those without an entry stand there empty. */
export const evidenceParts = ['agreements', 'attestations', 'answers', 'relationships', 'privileges', 'endRequests', 'handOvers', 'partnerships', 'orders', 'subscriptions', 'carts', 'purchasePermissions', 'ownPurchases', 'events'] as const
export type EvidencePart = (typeof evidenceParts)[number]

export interface NamedPerson {
  readonly id: string
  /** null after erasure */
  readonly displayName: string | null
  /** null where the person is of one's own organization */
  readonly organization: string | null
}

export interface NamedPartner {
  readonly id: string
  readonly name: string | null
}

/** Which bytes were signed, by whom, and how the signer was known (reliability A.3 F3). */
export interface AgreementEvidence {
  readonly id: string
  readonly kind: 'customerAgreement' | 'partnerAgreement'
  readonly versionId: string
  readonly versionNumber: number
  readonly language: string
  readonly title: string
  /** exactly as it was shown; SHA-256 of its UTF-8 bytes is `sha256` */
  readonly text: string
  readonly sha256: string
  readonly signedAt: string
  readonly signer: NamedPerson
  readonly role: string
  readonly authenticatedBy: readonly string[]
  readonly sessionId: string | null
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string | null
  /** at whose invitation, where there was one */
  readonly partner: NamedPartner | null
  readonly requestId: string | null
}

/** What a partner stated that the organization accepted outside. */
export interface AttestationEvidence {
  readonly id: string
  readonly partner: NamedPartner
  readonly versionId: string
  readonly versionNumber: number
  readonly agreedBy: string
  readonly agreedOn: string
  readonly attestedAt: string
  readonly attestedBy: NamedPerson
}

export interface AnswerEvidence {
  readonly id: string
  readonly partner: NamedPartner
  readonly secondPartner: NamedPartner | null
  readonly kind: string
  readonly answer: string
  readonly services: readonly string[]
  readonly serviceNames: readonly string[]
  readonly answeredAt: string
  readonly answeredBy: NamedPerson | null
  readonly declineReason: string | null
}

export interface RelationshipEvidence {
  readonly id: string
  readonly partner: NamedPartner
  readonly channel: string
  readonly origin: string
  readonly requestId: string | null
  readonly signatureId: string | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly endedBy: NamedPerson | null
  /** of the statement that the remover saw */
  readonly endStatementSha256: string | null
}

export interface PrivilegeEvidence {
  readonly id: string
  readonly partner: NamedPartner
  readonly service: string
  readonly serviceName: string
  readonly requestId: string | null
  readonly grantedAt: string
  readonly grantedBy: NamedPerson
  readonly endedAt: string | null
  readonly endedBy: NamedPerson | null
  readonly endReason: string | null
}

export interface EndRequestEvidence {
  readonly id: string
  readonly partner: NamedPartner
  readonly status: string
  readonly reason: string | null
  readonly askedAt: string
  readonly askedBy: NamedPerson
  readonly answerDueAt: string
  readonly answeredAt: string | null
}

/** The move to another partner that the customer accepted or declined. */
export interface HandOverEvidence {
  readonly id: string
  readonly from: NamedPartner
  readonly to: NamedPartner
  readonly answer: string
  readonly services: readonly string[]
  readonly serviceNames: readonly string[]
  readonly answeredAt: string
  readonly answeredBy: NamedPerson | null
  readonly declineReason: string | null
}

/** How a provider's request for a partnership was answered, and what became of it; of either side. */
export interface PartnershipEvidence {
  readonly id: string
  /** the other side */
  readonly partner: NamedPartner
  /** which of the two one's own organization is */
  readonly side: string
  readonly answer: string
  readonly answeredAt: string
  readonly answeredBy: NamedPerson | null
  readonly endedAt: string | null
  readonly endedBy: NamedPerson | null
  /** only to the side that wrote it */
  readonly endReason: string | null
  /** of the statement that the remover saw */
  readonly endStatementSha256: string | null
}

/** A row as it stands, with a number over it: SHA-256 of the JSON of all its other members, in the order in which they stand. */
export interface HashedRow {
  readonly sha256: string
}

/** What a partner ordered; of the partner alone. */
export interface OrderEvidence extends HashedRow {
  readonly id: string
  readonly customer: NamedPartner
  readonly status: string
  readonly total: string
  readonly currency: string
  readonly placedAt: string
  readonly placedBy: NamedPerson
}

/** What was sold: of the seller, of the customer, and of the reseller on record. */
export interface SubscriptionEvidence extends HashedRow {
  readonly id: string
  /** which of the three one's own organization is */
  readonly side: string
  readonly seller: NamedPartner
  readonly customer: NamedPartner
  readonly reseller: NamedPartner | null
  /** of the seller alone */
  readonly orderId: string | null
  /** these two not of a reseller, which may know of them or not */
  readonly replacesId: string | null
  readonly parentId: string | null
  readonly catalogItemId: string
  readonly offerName: string
  /** what the seller calls it; of the seller alone */
  readonly friendlyName: string | null
  readonly term: string
  readonly billingCycle: string
  readonly quantity: number
  readonly status: string
  readonly orderedAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly endedBecause: string | null
  /** all that was charged less all that was given back while one's own organization sold it; of the seller alone */
  readonly charged: string | null
  readonly currency: string | null
}

export interface CartLineEvidence {
  readonly catalogItemId: string
  readonly term: string
  readonly billingCycle: string
  readonly quantity: number
  readonly friendlyName: string | null
}

/** What a partner has open to be ordered, or ordered from a cart; of the partner alone. */
export interface CartEvidence extends HashedRow {
  readonly id: string
  readonly customer: NamedPartner
  readonly status: string
  readonly orderId: string | null
  readonly lines: readonly CartLineEvidence[]
  readonly createdAt: string
  readonly createdBy: NamedPerson
  readonly changedAt: string
  readonly changedBy: NamedPerson
}

/** What a partner let a customer buy itself; of both [S4.L8.5]. */
export interface PurchasePermissionEvidence extends HashedRow {
  readonly id: string
  readonly partner: NamedPartner
  readonly customer: NamedPartner
  readonly kind: string
  /** limits over the whole term; null without */
  readonly mostEach: string | null
  readonly mostMonthly: string | null
  readonly currency: string | null
  readonly needsApproval: boolean
  readonly givenAt: string
  readonly givenBy: NamedPerson
  readonly endedAt: string | null
  readonly endedBecause: string | null
}

/** What a customer asked to buy on that, as it saw it; of both. */
export interface OwnPurchaseEvidence extends HashedRow {
  readonly id: string
  readonly partner: NamedPartner
  readonly customer: NamedPartner
  readonly permissionId: string
  readonly catalogItemId: string
  readonly offerName: string
  readonly term: string
  readonly billingCycle: string
  readonly quantity: number
  /** of the first billing cycle, and of all cycles of the term */
  readonly total: string
  readonly committed: string
  readonly currency: string
  readonly status: string
  readonly askedAt: string
  readonly askedBy: NamedPerson
  readonly answeredAt: string | null
  readonly answeredBy: NamedPerson | null
  readonly declineReason: string | null
}

export interface EventEvidence {
  readonly id: string
  readonly at: string
  readonly type: string
  readonly outcome: string
  readonly reasonCode: string | null
  /** as the activity page says it, in the language of the file */
  readonly text: string
  readonly actor: { readonly kind: string; readonly displayName: string | null; readonly organization: string | null; readonly isOwn: boolean }
  readonly counterpart: NamedPartner | null
  readonly resource: { readonly type: string; readonly id: string }
  readonly through: string | null
  readonly data: Readonly<Record<string, unknown>>
}

export interface EvidenceEntries {
  readonly agreements: AgreementEvidence
  readonly attestations: AttestationEvidence
  readonly answers: AnswerEvidence
  readonly relationships: RelationshipEvidence
  readonly privileges: PrivilegeEvidence
  readonly endRequests: EndRequestEvidence
  readonly handOvers: HandOverEvidence
  readonly partnerships: PartnershipEvidence
  readonly orders: OrderEvidence
  readonly subscriptions: SubscriptionEvidence
  readonly carts: CartEvidence
  readonly purchasePermissions: PurchasePermissionEvidence
  readonly ownPurchases: OwnPurchaseEvidence
  readonly events: EventEvidence
}

/** What stands at the head of every evidence file. */
export interface EvidenceHead {
  readonly format: typeof evidenceFormat
  readonly exportId: string
  readonly product: string
  readonly takenAt: string
  readonly takenBy: NamedPerson
  readonly language: string
  readonly organization: { readonly id: string; readonly name: string; readonly cloud: string; readonly country: string; readonly timeZone: string }
}
