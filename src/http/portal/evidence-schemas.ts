import { Type } from 'typebox'
import { evidenceFormat } from '../../domain/evidence.ts'
import { Id, Instant, Maybe } from '../schemas.ts'

/** The evidence file for programs, member by member; printed into docs/evidence-file.md. */
const Person = Type.Object({ id: Id, displayName: Maybe(Type.String({ description: 'null after erasure' })), organization: Maybe(Type.String({ description: 'null for people of one’s own organization' })) })
const Partner = Type.Object({ id: Id, name: Maybe(Type.String()) })
const none = Type.Null()
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const AgreementEvidence = Type.Object({
  id: Id,
  kind: Type.Enum(['customerAgreement', 'partnerAgreement']),
  versionId: Id,
  versionNumber: Type.Integer(),
  language: Type.String({ description: 'BCP 47, of the text' }),
  title: Type.String(),
  text: Type.String({ description: 'exactly as it was shown at signing' }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of the UTF-8 bytes of `text`; stored with the signature' }),
  signedAt: Instant,
  signer: Person,
  role: Type.String(),
  authenticatedBy: Type.Array(Type.String(), { description: 'RFC 8176 methods' }),
  sessionId: Maybe(Id),
  address: Maybe(Type.String()),
  userAgent: Maybe(Type.String()),
  traceId: Maybe(Type.String()),
  partner: Type.Union([Partner, none], { description: 'at whose invitation' }),
  requestId: Maybe(Id),
})

export const AttestationEvidence = Type.Object({
  id: Id,
  partner: Partner,
  versionId: Id,
  versionNumber: Type.Integer(),
  agreedBy: Type.String({ description: 'who accepted, as the partner stated it' }),
  agreedOn: Type.String({ description: 'a day in the partner’s time zone' }),
  attestedAt: Instant,
  attestedBy: Person,
})

export const AnswerEvidence = Type.Object({
  id: Id,
  partner: Partner,
  secondPartner: Type.Union([Partner, none]),
  kind: Type.String({ description: 'establish or restorePrivileges' }),
  answer: Type.String({ description: 'accepted or declined' }),
  services: Type.Array(Type.String(), { description: 'admin privileges that were asked for' }),
  serviceNames: Type.Array(Type.String()),
  answeredAt: Instant,
  answeredBy: Type.Union([Person, none]),
  declineReason: Maybe(Type.String()),
})

export const RelationshipEvidence = Type.Object({
  id: Id,
  partner: Partner,
  channel: Type.String(),
  origin: Type.String(),
  requestId: Maybe(Id),
  signatureId: Maybe(Id),
  startedAt: Instant,
  endedAt: Maybe(Instant),
  endedBy: Type.Union([Person, none]),
  endStatementSha256: Type.Union([Sha256, none], { description: 'of the statement that the remover saw' }),
})

export const PrivilegeEvidence = Type.Object({
  id: Id,
  partner: Partner,
  service: Type.String(),
  serviceName: Type.String(),
  requestId: Maybe(Id),
  grantedAt: Instant,
  grantedBy: Person,
  endedAt: Maybe(Instant),
  endedBy: Type.Union([Person, none]),
  endReason: Maybe(Type.String({ description: 'a code' })),
})

export const EndRequestEvidence = Type.Object({
  id: Id,
  partner: Partner,
  status: Type.String(),
  reason: Maybe(Type.String()),
  askedAt: Instant,
  askedBy: Person,
  answerDueAt: Instant,
  answeredAt: Maybe(Instant),
})

export const HandOverEvidence = Type.Object({
  id: Id,
  from: Partner,
  to: Partner,
  answer: Type.String({ description: 'accepted or declined' }),
  services: Type.Array(Type.String({ description: 'on which the new partner was to get privileges' })),
  serviceNames: Type.Array(Type.String()),
  answeredAt: Instant,
  answeredBy: Type.Union([Person, none]),
  declineReason: Maybe(Type.String()),
})

export const PartnershipEvidence = Type.Object({
  id: Id,
  partner: Type.Object(Partner.properties, { description: 'the other side' }),
  side: Type.Enum(['provider', 'reseller'], { description: 'which of the two one’s own organization is' }),
  answer: Type.Enum(['authorized', 'declined'], { description: 'of the reseller' }),
  answeredAt: Instant,
  answeredBy: Type.Union([Person, none]),
  endedAt: Maybe(Instant),
  endedBy: Type.Union([Person, none]),
  endReason: Maybe(Type.String({ description: 'only to the side that wrote it' })),
  endStatementSha256: Type.Union([Sha256, none], { description: 'of the statement that the remover saw' }),
})

const RowSha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of the UTF-8 bytes of the JSON, without white space, of all other members of the entry in the order in which they stand' })

export const OrderEvidence = Type.Object({
  id: Id,
  customer: Partner,
  status: Type.String(),
  total: Type.String({ description: 'of the first billing cycles' }),
  currency: Type.String(),
  placedAt: Instant,
  placedBy: Person,
  sha256: RowSha256,
})

const ofSeller = { description: 'only to the seller' }
export const SubscriptionEvidence = Type.Object({
  id: Id,
  side: Type.Enum(['seller', 'customer', 'reseller'], { description: 'which of the three one’s own organization is' }),
  seller: Partner,
  customer: Partner,
  reseller: Type.Union([Partner, none], { description: 'the indirect reseller on record' }),
  orderId: Type.Union([Id, none], ofSeller),
  replacesId: Type.Union([Id, none], { description: 'what it came in the place of' }),
  parentId: Type.Union([Id, none], { description: 'of an add-on: what it stands on' }),
  catalogItemId: Type.String(),
  offerName: Type.String({ description: 'in the language of the file' }),
  friendlyName: Type.Union([Type.String(), none], ofSeller),
  term: Type.String(),
  billingCycle: Type.String(),
  quantity: Type.Integer(),
  status: Type.String(),
  orderedAt: Instant,
  startedAt: Maybe(Instant),
  endedAt: Maybe(Instant),
  endedBecause: Maybe(Type.String({ description: 'a code' })),
  charged: Type.Union([Type.String(), none], { description: 'all that was charged to one’s own organization less all that was given back; only to the seller' }),
  currency: Type.Union([Type.String(), none], ofSeller),
  sha256: RowSha256,
})

export const CartEvidence = Type.Object({
  id: Id,
  customer: Partner,
  status: Type.String({ description: 'active or ordered' }),
  orderId: Maybe(Id),
  lines: Type.Array(Type.Object({ catalogItemId: Type.String(), term: Type.String(), billingCycle: Type.String(), quantity: Type.Integer(), friendlyName: Maybe(Type.String()) })),
  createdAt: Instant,
  createdBy: Person,
  changedAt: Instant,
  changedBy: Person,
  sha256: RowSha256,
})

export const PurchasePermissionEvidence = Type.Object({
  id: Id,
  partner: Partner,
  customer: Partner,
  kind: Type.String(),
  mostEach: Maybe(Type.String({ description: 'of one purchase, over the whole term' })),
  mostMonthly: Maybe(Type.String({ description: 'of all purchases of a month, over their whole terms' })),
  currency: Maybe(Type.String()),
  needsApproval: Type.Boolean(),
  givenAt: Instant,
  givenBy: Person,
  endedAt: Maybe(Instant),
  endedBecause: Maybe(Type.String({ description: 'a code' })),
  sha256: RowSha256,
})

export const OwnPurchaseEvidence = Type.Object({
  id: Id,
  partner: Partner,
  customer: Partner,
  permissionId: Id,
  catalogItemId: Type.String(),
  offerName: Type.String({ description: 'in the language of the file' }),
  term: Type.String(),
  billingCycle: Type.String(),
  quantity: Type.Integer(),
  total: Type.String({ description: 'of the first billing cycle' }),
  committed: Type.String({ description: 'of all cycles of the term' }),
  currency: Type.String(),
  status: Type.String(),
  askedAt: Instant,
  askedBy: Person,
  answeredAt: Maybe(Instant),
  answeredBy: Type.Union([Person, none]),
  declineReason: Maybe(Type.String()),
  sha256: RowSha256,
})

export const EventEvidence = Type.Object({
  id: Id,
  at: Instant,
  type: Type.String({ description: 'see docs/events.md' }),
  outcome: Type.Enum(['done', 'refused']),
  reasonCode: Maybe(Type.String()),
  text: Type.String({ description: 'a sentence in the language of the file' }),
  actor: Type.Object({ kind: Type.Enum(['person', 'system', 'visitor']), displayName: Maybe(Type.String()), organization: Maybe(Type.String()), isOwn: Type.Boolean() }),
  counterpart: Type.Union([Partner, none], { description: 'the other side' }),
  resource: Type.Object({ type: Type.String(), id: Id }),
  through: Maybe(Type.String({ description: 'role, relationship, privileges or link: the right that was used' })),
  data: Type.Object({}, { additionalProperties: true }),
})

const strict = { additionalProperties: false } as const

export const EvidenceDocument = Type.Object(
  {
    format: Type.Literal(evidenceFormat, { description: 'Later versions may add members to this one; where a meaning changes, the number does.' }),
    exportId: Id,
    product: Type.String(),
    takenAt: Type.String({ format: 'date-time', description: 'What happened later is not in this file.' }),
    takenBy: Person,
    language: Type.String(),
    organization: Type.Object({ id: Id, name: Type.String(), cloud: Type.String(), country: Type.String(), timeZone: Type.String() }),
    agreements: Type.Array(AgreementEvidence),
    attestations: Type.Array(AttestationEvidence),
    answers: Type.Array(AnswerEvidence),
    relationships: Type.Array(RelationshipEvidence),
    privileges: Type.Array(PrivilegeEvidence),
    endRequests: Type.Array(EndRequestEvidence),
    handOvers: Type.Array(HandOverEvidence),
    partnerships: Type.Array(PartnershipEvidence),
    orders: Type.Array(OrderEvidence),
    subscriptions: Type.Array(SubscriptionEvidence),
    carts: Type.Array(CartEvidence),
    purchasePermissions: Type.Array(PurchasePermissionEvidence),
    ownPurchases: Type.Array(OwnPurchaseEvidence),
    events: Type.Array(EventEvidence),
    entries: Type.Integer({ description: 'of all parts together' }),
    isWhole: Type.Literal(true, { description: 'the last member; a file without it was cut short' }),
  },
  strict,
)
