import type { CheckedEntry } from '../../domain/catalogue/check-entry.ts'
import type { Availability, Price } from '../../domain/catalogue/catalogue.ts'
import { DomainError } from '../../domain/errors.ts'
import { generationOf, priceFrom, putPrice, writeAvailability, type Written, writeProduct, writeSku } from '../../store/catalogue-writing-store.ts'
import type { Work } from '../use-case.ts'

/** What the file said before of a product, SKU or availability: another row may repeat it, not contradict it. */
export type WrittenBefore = Map<string, string>

/** Product, SKU, availability and price of one row. */
export async function writeEntry({ trx, now }: Pick<Work, 'trx' | 'now'>, { product, sku, availability, price }: CheckedEntry, before: WrittenBefore): Promise<Written> {
  const known = await generationOf(trx, sku)
  // What was sold keeps the rules it was sold under.
  if (known !== undefined && known !== sku.generation) throw refuse('generationFixed', 'Generation')
  const outcomes = [
    await once(before, `${product.cloud} ${product.id}`, product, () => writeProduct(trx, product)),
    await once(before, `${sku.cloud} ${sku.productId}:${sku.id}`, sku, () => writeSku(trx, sku)),
    await once(before, `${sku.cloud} ${sku.productId}:${sku.id}:${availability.id}`, availability, () => writeAvailability(trx, availability)),
    await writePrice({ trx, now }, availability, price),
  ]
  return outcomes.find((outcome) => outcome === 'created') ?? outcomes.find((outcome) => outcome === 'changed') ?? 'present'
}

async function once(before: WrittenBefore, key: string, value: object, write: () => Promise<Written>): Promise<Written> {
  const text = JSON.stringify(value)
  const said = before.get(key)
  if (said !== undefined && said !== text) throw refuse('rowContradicts', null)
  if (said === text) return 'present'
  const written = await write()
  before.set(key, text)
  return written
}

/** A price that holds already is not rewritten: who bought saw it. Another one from a later moment takes its place. */
export async function writePrice({ trx, now }: Pick<Work, 'trx' | 'now'>, availability: Availability, price: Price): Promise<Written> {
  const standing = await priceFrom(trx, availability, price)
  if (standing && standing.unitPrice === price.unitPrice) return 'present'
  if (standing && price.validFrom <= now) throw refuse('priceInForce', 'Unit price')
  await putPrice(trx, availability, price)
  return standing ? 'changed' : 'created'
}

function refuse(reason: string, field: string | null): DomainError {
  return new DomainError('priceNotPossible', `The catalogue refuses it: ${reason}.`, { reason, ...(field && { field }) })
}
