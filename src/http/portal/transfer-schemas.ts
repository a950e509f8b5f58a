import { type Static, Type } from 'typebox'
import { billingCycles, terms } from '../../domain/catalogue/terms.ts'
import { mostTransferItems, transferSides } from '../../domain/transfers/transfer.ts'
import { transferStatuses } from '../../domain/transfers/transitions.ts'
import { Cursor, Id, Instant, Maybe, strict } from '../schemas.ts'

export const TransferStatus = Type.Enum([...transferStatuses])
export const TransferParams = Type.Object({ id: Id, transferId: Id }, strict)
export const Chosen = Type.Array(Id, { minItems: 1, maxItems: mostTransferItems, description: 'Subscriptions that this partner sold; their add-ons ride along.' })

const Money = Type.Union([Type.String(), Type.Null()], { description: 'A decimal with exactly the digits of its currency; null to whoever may see no prices.' })
const Reason = Type.Object({ reasonCode: Type.String(), reasonText: Type.String() })
const Party = Type.Union([Type.Object({ id: Id, name: Type.String(), domain: Type.String() }), Type.Null()], { description: 'Null to whoever proposed, until that partner has answered.' })

const facts = {
  id: Id,
  side: Type.Enum([...transferSides], { description: 'The place of the reader: the present seller, the new one, or the customer.' }),
  status: TransferStatus,
  from: Party,
  to: Party,
  namedPartnerDomain: Type.Union([Type.String(), Type.Null()], { description: 'The other partner, as the proposer named it; null to the customer.' }),
  customer: Type.Object({ id: Id, name: Type.String() }),
  itemCount: Type.Integer({ description: 'Subscriptions without their add-ons; 0 until the seller offers some.' }),
  createdAt: Instant,
  validUntil: Instant,
  offeredAt: Maybe(Instant),
  answeredAt: Maybe(Instant),
  version: Type.Integer(),
}

export const TransferRow = Type.Object(facts)
export type TransferRow = Static<typeof TransferRow>
export const TransferPage = Type.Object({ items: Type.Array(TransferRow), next: Maybe(Cursor), previous: Maybe(Cursor) })

const Line = Type.Object({
  subscriptionId: Id,
  name: Type.String(),
  isAddOn: Type.Boolean(),
  quantity: Type.Integer(),
  term: Type.Union([Type.Enum([...terms]), Type.Null()], { description: 'Null once the transfer is over.' }),
  billingCycle: Type.Union([Type.Enum([...billingCycles]), Type.Null()]),
  autoRenew: Type.Union([Type.Boolean(), Type.Null()]),
  currency: Type.String(),
  amount: Type.Union([Type.String(), Type.Null()], { description: 'For what is left of the cycle: given back to the old seller and charged to the new one. Of a transfer today, while it waits.' }),
  perCycle: Money,
})

export const Transfer = Type.Object({
  ...facts,
  staysAsReseller: Type.Boolean({ description: 'The seller goes on as the indirect reseller on record.' }),
  note: Type.Union([Type.String(), Type.Null()], { description: 'The words of whoever declined or withdrew; never to the customer.' }),
  lines: Type.Array(Line),
  totals: Type.Array(Type.Object({ currency: Type.String(), amount: Type.String() }), { description: 'The sum of the lines of each currency.' }),
  problems: Type.Array(Reason, { description: 'What stands in the way now, as far as the reader may know it.' }),
  versionShown: Type.Integer({ description: 'Of all that an acceptance would move and cost; goes along with it.' }),
  can: Type.Array(Type.Enum(['offer', 'accept', 'decline', 'withdraw'])),
})
export type TransferView = Static<typeof Transfer>

export const TransferPreviewView = Type.Object({
  items: Type.Array(
    Type.Object({
      subscriptionId: Id,
      name: Type.String(),
      quantity: Type.Integer(),
      addOnCount: Type.Integer(),
      currency: Type.String(),
      givenBack: Type.Union([Type.String(), Type.Null()], { description: 'With its add-ons, for what is left of their cycles today.' }),
      perCycle: Money,
      refusal: Type.Union([Reason, Type.Null()], { description: 'Why it stays; null where it may move.' }),
    }),
  ),
  most: Type.Integer(),
  mayStayAsReseller: Type.Boolean(),
  refusal: Type.Union([Reason, Type.Null()], { description: 'Why this person can propose none now.' }),
})
export type TransferPreviewView = Static<typeof TransferPreviewView>
