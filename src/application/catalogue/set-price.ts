import { priceIn } from '../../domain/catalogue/check-entry.ts'
import { catalogItemId } from '../../domain/catalogue/catalogue.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { findEntry } from '../../store/catalogue-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ShownProduct, shownProduct } from './read-catalogue.ts'
import { writePrice } from './write-entry.ts'

export interface PriceInput {
  readonly cloud: string
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  readonly term: string
  readonly billingCycle: string
  readonly currency: string
  /** a day or an instant in UTC */
  readonly validFrom: string
  /** null: from then on not sold so */
  readonly unitPrice: string | null
  readonly reader: Language
}

/** One price from a moment on. What holds already stays; a coming one may still be changed. */
export const setPrice: UseCase<PriceInput, ShownProduct> = {
  action: 'catalogue.change',

  async run(work, { reader, ...input }) {
    const entry = await findEntry(work.trx, { ...input, id: input.availabilityId })
    if (!entry) throw new DomainError('notFound', 'No such product.')
    const price = priceIn({ Term: input.term, 'Billing cycle': input.billingCycle, Currency: input.currency, 'Valid from': input.validFrom, 'Unit price': input.unitPrice ?? '' }, entry.sku)
    await writePrice(work, entry.availability, price)
    await work.record({
      type: 'catalogue.priceSet',
      resource: { type: 'catalogue', id: noTenant },
      readers: [{ tenantId: work.person.tenantId }],
      data: { cloud: input.cloud, item: catalogItemId(entry.availability), term: price.term, billingCycle: price.billingCycle, currency: price.currency, validFrom: price.validFrom.toISOString(), unitPrice: input.unitPrice },
    })
    return shownProduct(work, input, reader)
  },
}
