import { type Static, Type } from 'typebox'
import { afterwards } from '../../domain/own-purchases/own-purchase.ts'
import { permissionEnds, purchaseKinds } from '../../domain/own-purchases/purchase-permission.ts'
import { ownPurchaseStatuses } from '../../domain/own-purchases/transitions.ts'
import { Cursor, Id, Instant, Maybe, strict, Text } from '../schemas.ts'
import { Amount, BillingCycleCode, CatalogItemId, Explained, OfferView, Quantity, TermCode } from './subscription-schemas.ts'

const MaybeExplained = Type.Union([Explained, Type.Null()])
export const PurchaseKindCode = Type.Enum([...purchaseKinds])

const Limit = (description: string) => Type.Optional(Type.String({ ...Amount, description }))
/** A member that is left out sets no limit, and no choice is off. */
export const limits = {
  mostEach: Limit('The most that one purchase may cost over its whole term, in the currency of the customer’s country.'),
  mostMonthly: Limit('The most that all purchases of a month (UTC) may cost over their whole terms.'),
  needsApproval: Type.Optional(Type.Boolean({ description: 'Each purchase waits for the partner’s yes; nothing is sold before.' })),
  alerts: Type.Optional(Type.Boolean({ description: 'The partner is told of each purchase; otherwise it is not.' })),
}
export const LimitsBody = Type.Object(limits, strict)
export const PermissionBody = Type.Object({ kind: PurchaseKindCode, ...limits }, strict)
export type LimitsBody = Static<typeof LimitsBody>

const shownLimits = { currency: Maybe(Type.String()), mostEach: Maybe(Amount), mostMonthly: Maybe(Amount), needsApproval: Type.Boolean() }

export const PermissionView = Type.Object({
  permissionId: Id,
  kind: PurchaseKindCode,
  ...shownLimits,
  alerts: Type.Boolean(),
  createdAt: Instant,
  createdByName: Maybe(Type.String()),
  endedAt: Maybe(Instant),
  endedByName: Maybe(Type.String()),
  endedBecause: Type.Union([Type.Enum([...permissionEnds]), Type.Null()]),
  version: Type.Integer(),
})
export type PermissionView = Static<typeof PermissionView>

export const PermissionBoardView = Type.Object({
  kinds: Type.Array(Type.Object({ kind: PurchaseKindCode, permission: Type.Union([PermissionView, Type.Null()], { description: 'Null where it is off, as it is by default.' }), last: Type.Union([PermissionView, Type.Null()], { description: 'The latest one that ended.' }) })),
  missing: Type.Array(Explained, { description: 'What the customer lacks for permitted purchases to be possible.' }),
  blocked: MaybeExplained,
  currency: Type.Union([Type.String(), Type.Null()], { description: 'Of limits; null where none is known for the customer’s country.' }),
})
export type PermissionBoardView = Static<typeof PermissionBoardView>

export const OwnPermissionView = Type.Object({
  permissionId: Id,
  kind: PurchaseKindCode,
  partnerId: Id,
  partnerName: Maybe(Type.String()),
  ...shownLimits,
  leftThisMonth: Type.Union([Amount, Type.Null()], { description: 'Of the month’s limit; null without one.' }),
  createdAt: Instant,
  refusal: MaybeExplained,
})
export type OwnPermissionView = Static<typeof OwnPermissionView>
export const OwnPermissionsView = Type.Object({ items: Type.Array(OwnPermissionView) })
export const PermittedOffersView = Type.Object({ items: Type.Array(OfferView), isCut: Type.Boolean({ description: 'There are more; search for them.' }) })

const line = { permissionId: Id, catalogItemId: CatalogItemId, term: TermCode, billingCycle: BillingCycleCode, quantity: Quantity, friendlyName: Type.Optional(Text(800)) }
export const PurchasePreviewBody = Type.Object(line, strict)
export const PurchaseBody = Type.Object({ ...line, expectedTotal: Type.String({ ...Amount, description: 'The total that the preview showed; another one is refused.' }) }, strict)
export type PurchaseLineBody = Static<typeof PurchasePreviewBody>

export const PurchasePreviewView = Type.Object({
  title: Maybe(Type.String()),
  currency: Maybe(Type.String()),
  unitPrice: Maybe(Amount),
  total: Type.Union([Amount, Type.Null()], { description: 'Of the first billing cycle.' }),
  committed: Type.Union([Amount, Type.Null()], { description: 'Of all cycles of the term: what counts against the limits.' }),
  needsApproval: Type.Boolean(),
  refusal: MaybeExplained,
})
export type PurchasePreviewView = Static<typeof PurchasePreviewView>

export const OwnPurchaseView = Type.Object({
  purchaseId: Id,
  partnerId: Id,
  partnerName: Maybe(Type.String()),
  customerId: Id,
  kind: PurchaseKindCode,
  status: Type.Enum([...ownPurchaseStatuses]),
  catalogItemId: CatalogItemId,
  offerName: Type.String(),
  friendlyName: Maybe(Type.String()),
  term: TermCode,
  billingCycle: BillingCycleCode,
  quantity: Type.Integer(),
  currency: Type.String(),
  unitPrice: Maybe(Amount),
  total: Maybe(Amount),
  committed: Maybe(Amount),
  askedAt: Instant,
  askedByName: Maybe(Type.String()),
  answeredAt: Maybe(Instant),
  answeredByName: Maybe(Type.String()),
  note: Type.Union([Type.String(), Type.Null()], { description: 'The partner’s words where it declined.' }),
  orderId: Maybe(Id),
  subscriptionId: Maybe(Id),
  subscriptionStatus: Type.Union([Type.Enum(['pending', 'active', 'suspended', 'deleted', 'notProvisioned']), Type.Null()]),
  can: Type.Array(Type.Enum(['approve', 'decline', 'withdraw'])),
  afterwards: Type.Array(Type.Enum([...afterwards]), { description: 'What only the partner can do with it from here on; the buyer files a service request.' }),
  version: Type.Integer(),
})
export type OwnPurchaseView = Static<typeof OwnPurchaseView>
export const OwnPurchasePageView = Type.Object({ items: Type.Array(OwnPurchaseView), next: Maybe(Cursor), previous: Maybe(Cursor) })
export type OwnPurchasePageView = Static<typeof OwnPurchasePageView>

export const PermissionParams = Type.Object({ id: Id, permissionId: Id }, strict)
export const PurchaseParams = Type.Object({ id: Id, purchaseId: Id }, strict)
