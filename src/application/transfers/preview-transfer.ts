import { decimalOf } from '../../domain/money/money.ts'
import { cyclePrice } from '../../domain/subscriptions/charges.ts'
import { settled } from '../../domain/subscriptions/subscription.ts'
import { splitAt } from '../../domain/transfers/split.ts'
import { mostTransferItems } from '../../domain/transfers/transfer.ts'
import type { Language } from '../../language/languages.ts'
import { basesWithAddOns, convertingNow, offeredNow } from '../../store/transfer-item-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'
import { explainItem } from './describe-transfer.ts'
import { itemsFrom } from './gather-transfer.ts'

export interface TransferPreview {
  /** what this partner sold to the customer and runs, each with what a transfer today would give back, or why it stays */
  readonly items: readonly {
    readonly subscriptionId: string
    readonly name: string
    readonly quantity: number
    readonly addOnCount: number
    readonly currency: string
    readonly givenBack: string | null
    readonly perCycle: string | null
    readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null
  }[]
  readonly most: number
  readonly mayStayAsReseller: boolean
  /** why this person cannot propose one now; null where it can */
  readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null
}

/** What the seller could let go, and what that gives back to it; changes nothing. */
export const previewTransfer: UseCase<{ readonly customerId: string; readonly reader: Language }, TransferPreview> = {
  action: 'transfer.preview',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const { trx, person, now } = work
    const living = (await basesWithAddOns(trx, { customerId, partnerId: person.tenantId }, 'all', { hold: false })).filter((one) => settled(one, now).status !== 'deleted')
    const ids = living.map(({ id }) => id)
    const items = itemsFrom(living, { offered: await offeredNow(trx, ids, now), converting: await convertingNow(trx, ids) }).filter(({ base }) => base.parentId === null)
    const seesPrices = verdictOn(work, customerId, 'price.see').allowed
    const verdict = verdictOn(work, customerId, 'transfer.propose')
    return {
      items: items.map((item) => {
        const { base, addOns } = item
        const all = [base, ...addOns]
        const refusal = explainItem(item, now, reader)
        const back = refusal ? null : all.reduce((total, one) => total - splitAt(one, now).credit.amount, 0n)
        return {
          ...{ subscriptionId: base.id, name: base.friendlyName ?? base.offerName[reader], quantity: base.quantity, addOnCount: addOns.length, currency: base.currency, refusal },
          givenBack: seesPrices && back !== null ? decimalOf(back, base.currency) : null,
          perCycle: seesPrices ? decimalOf(all.reduce((total, one) => total + cyclePrice(one.unitPrice, one.quantity), 0n), base.currency) : null,
        }
      }),
      most: mostTransferItems,
      mayStayAsReseller: person.partnerKinds.includes('indirectReseller'),
      refusal: verdict.allowed ? null : explain(reader, verdict.reason),
    }
  },
}
