import { type Static, Type } from 'typebox'
import { generations, productTypes } from '../../domain/catalogue/catalogue.ts'
import { billingCycles, terms } from '../../domain/catalogue/terms.ts'
import { suspensionReasons } from '../../domain/subscriptions/subscription.ts'
import { orderStatuses, subscriptionStatuses } from '../../domain/subscriptions/transitions.ts'
import { chargeKinds } from '../../domain/subscriptions/charges.ts'
import { Cursor, Id, Instant, Maybe, strict, Text } from '../schemas.ts'

/** Product, SKU and availability, as the catalogue numbers them. */
export const CatalogItemId = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}:[A-Z0-9][A-Z0-9-]{0,39}:[A-Z0-9][A-Z0-9-]{0,39}$', maxLength: 130 })
export const TermCode = Type.Enum([...terms])
export const BillingCycleCode = Type.Enum([...billingCycles])
export const GenerationCode = Type.Enum([...generations])
export const SubscriptionStatusCode = Type.Enum([...subscriptionStatuses])
export const SuspensionCode = Type.Enum([...suspensionReasons])
export const Quantity = Type.Integer({ minimum: 1, maximum: 10_000_000 })
/** A decimal with exactly the digits of its currency. */
export const Amount = Type.String({ pattern: '^-?[0-9]{1,24}([.][0-9]{1,4})?$', maxLength: 30 })
export const Explained = Type.Object({ reasonCode: Type.String(), reasonText: Type.String() })
const MaybeExplained = Type.Union([Explained, Type.Null()])

export const OrderLine = Type.Object(
  {
    catalogItemId: CatalogItemId,
    term: TermCode,
    billingCycle: BillingCycleCode,
    quantity: Quantity,
    friendlyName: Type.Optional(Text(800)),
    baseSubscriptionId: Type.Optional(Id),
    baseLine: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Of an add-on that comes with its base: which earlier line of this order, counted from 1. Instead of baseSubscriptionId.' })),
    replacesSubscriptionId: Type.Optional(Type.String({ format: 'id', description: 'The subscription of this partner that gives way when this one is there: a trial that is bought, an upgrade. The rest of its cycle is given back then.' })),
    resellerId: Type.Optional(Id),
  },
  strict,
)
export type OrderLine = Static<typeof OrderLine>
export const OrderLines = Type.Array(OrderLine, { minItems: 1, maxItems: 50 })

export const OrderPreviewView = Type.Object({
  currency: Maybe(Type.String()),
  total: Type.Union([Amount, Type.Null()], { description: 'Of the first billing cycles: the sum of the lines.' }),
  refusal: MaybeExplained,
  lines: Type.Array(
    Type.Object({ catalogItemId: Type.String(), title: Maybe(Type.String()), quantity: Type.Integer(), unitPrice: Maybe(Amount), amount: Maybe(Amount), credit: Type.Union([Amount, Type.Null()], { description: 'Where it comes in the place of another: what that one would give back today.' }), refusal: MaybeExplained }),
  ),
})
export type OrderPreviewView = Static<typeof OrderPreviewView>

export const PlacedOrderView = Type.Object({
  orderId: Id,
  status: Type.Enum([...orderStatuses]),
  currency: Type.String(),
  total: Maybe(Amount),
  subscriptions: Type.Array(Type.Object({ subscriptionId: Id, lineNumber: Type.Integer(), status: SubscriptionStatusCode })),
})
export type PlacedOrderView = Static<typeof PlacedOrderView>

export const OfferView = Type.Object({
  catalogItemId: Type.String(),
  title: Type.String(),
  productTitle: Type.String(),
  publisher: Type.String(),
  productType: Type.Enum([...productTypes]),
  generation: GenerationCode,
  serviceName: Maybe(Type.String()),
  minQuantity: Type.Integer(),
  maxQuantity: Type.Integer(),
  isTrial: Type.Boolean(),
  isOwned: Type.Boolean({ description: 'The customer has it already, through whichever partner.' }),
  isAddOn: Type.Boolean(),
  baseSkus: Type.Array(Type.String(), { description: 'product:sku each; an add-on needs one of them, there already or in the same order.' }),
  bases: Type.Array(Type.Object({ subscriptionId: Id, name: Type.String() })),
  plans: Type.Array(Type.Object({ term: TermCode, billingCycle: BillingCycleCode, currency: Type.String(), unitPrice: Maybe(Amount) })),
})
export type OfferView = Static<typeof OfferView>
export const ConversionListView = Type.Object({ refusal: MaybeExplained, items: Type.Array(Type.Object({ ...OfferView.properties, refusal: MaybeExplained })) })
export type ConversionListView = Static<typeof ConversionListView>
export const OfferListView = Type.Object({
  items: Type.Array(OfferView),
  isCut: Type.Boolean({ description: 'There are more; search for them.' }),
  resellers: Type.Array(Type.Object({ id: Id, name: Type.String() }), { description: 'Whom a line may name as reseller.' }),
  refusal: MaybeExplained,
})
export type OfferListView = Static<typeof OfferListView>

const row = {
  subscriptionId: Id,
  offerName: Type.String(),
  friendlyName: Maybe(Type.String()),
  catalogItemId: Type.String(),
  serviceName: Maybe(Type.String()),
  parentSubscriptionId: Maybe(Id),
  replacesSubscriptionId: Type.Union([Id, Type.Null()], { description: 'What it came in the place of.' }),
  quantity: Type.Integer(),
  status: SubscriptionStatusCode,
  endedBecause: Maybe(Type.String()),
  createdAt: Instant,
  endsAt: Maybe(Instant),
  deletesAt: Maybe(Type.String({ format: 'date-time', description: 'Of a suspended one: when its data go, where the cloud says so.' })),
  isTrial: Type.Boolean(),
  isSoldByThisPartner: Type.Boolean(),
  resellerId: Maybe(Id),
  resellerName: Maybe(Type.String()),
}
export const SubscriptionRowView = Type.Object(row)
export type SubscriptionRowView = Static<typeof SubscriptionRowView>
export const SubscriptionPageView = Type.Object({ items: Type.Array(SubscriptionRowView), next: Maybe(Cursor), previous: Maybe(Cursor), orderBlocked: MaybeExplained })
export type SubscriptionPageView = Static<typeof SubscriptionPageView>

export const ChargeView = Type.Object({
  number: Type.Integer(),
  kind: Type.Enum([...chargeKinds]),
  at: Instant,
  from: Instant,
  until: Instant,
  quantityBefore: Type.Integer(),
  quantityAfter: Type.Integer(),
  amount: Amount,
})
export type ChargeView = Static<typeof ChargeView>

const acts = ['changeSeats', 'suspend', 'reactivate', 'cancel', 'rename', 'autoRenew', 'changeReseller', 'convert'] as const
export const SubscriptionView = Type.Object({
  ...row,
  orderId: Maybe(Id),
  isBoughtByCustomer: Type.Boolean({ description: 'The customer bought it itself, as its seller permits it; told to the seller alone.' }),
  term: TermCode,
  billingCycle: BillingCycleCode,
  generation: GenerationCode,
  autoRenew: Type.Boolean(),
  minQuantity: Type.Integer(),
  maxQuantity: Type.Integer(),
  startedAt: Maybe(Instant),
  termEndsAt: Maybe(Instant),
  cycleEndsAt: Maybe(Instant),
  cancellableUntil: Maybe(Instant),
  seatsMayGoDown: Type.Boolean(),
  suspendedBecause: Maybe(Type.String()),
  endedAt: Maybe(Instant),
  endNote: Maybe(Type.String({ description: 'The words of the operator where it was not provisioned.' })),
  price: Type.Union([Type.Object({ currency: Type.String(), unitPrice: Amount, perCycle: Amount }), Type.Null()]),
  charges: Type.Array(ChargeView, { description: 'Latest first, at most 50; for the partner that sold it.' }),
  foreign: Type.Union([Explained, Type.Null()], { description: 'Why this partner cannot change it; null where it sold it.' }),
  can: Type.Object(Object.fromEntries(acts.map((act) => [act, Type.Boolean()])) as Record<(typeof acts)[number], ReturnType<typeof Type.Boolean>>),
  version: Type.Integer(),
})
export type SubscriptionView = Static<typeof SubscriptionView>

export const SeatsPreview = Type.Object({ currency: Type.String(), amount: Type.Union([Amount, Type.Null()], { description: 'For the days left of the cycle; negative where it is given back.' }), nextCycle: Maybe(Amount) })
export type SeatsPreview = Static<typeof SeatsPreview>

export const SubscriptionParams = Type.Object({ id: Id, subscriptionId: Id }, strict)
