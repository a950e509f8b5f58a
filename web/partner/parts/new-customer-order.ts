import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import type { ChosenLine } from './chosen-line.ts'
import type { OfferList, OrderPreview } from './subscription-api.ts'

/** Whom the order would be for. */
export type NewBuyer = { readonly country: string; readonly agreement?: 'attested' | 'customerIsAsked' }

/** What became of the order that was placed with the customer; undefined where none was wished. */
export type OrderOutcome = { readonly isPlaced: true; readonly count: number } | { readonly isPlaced: false; readonly error: unknown } | undefined

export const newOffersQuery = (buyer: NewBuyer, search: string) =>
  queryOptions({
    queryKey: ['new-customer', 'offers', buyer, search],
    queryFn: ({ signal }) => api.get<OfferList>('/new-customer-offers', { query: { ...buyer, search }, signal }),
    placeholderData: keepPreviousData,
  })

export const newOrderPreviewQuery = (buyer: NewBuyer, lines: readonly object[]) =>
  queryOptions({
    queryKey: ['new-customer', 'order', buyer, lines],
    queryFn: ({ signal }) => api.post<OrderPreview>('/new-customer-order-previews', { body: { ...buyer, lines }, signal }),
    staleTime: 0,
  })

const keptAs = (personId: string) => `vinculo.new-customer-order.${personId}`

/** What was chosen lives as long as the tab, for this person only. */
export function keepLines(personId: string, lines: readonly ChosenLine[]): void {
  try {
    if (lines.length > 0) sessionStorage.setItem(keptAs(personId), JSON.stringify(lines))
    else sessionStorage.removeItem(keptAs(personId))
  } catch {
    // Without a place to keep it, it lives as long as the page.
  }
}

export function keptLines(personId: string): readonly ChosenLine[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keptAs(personId)) ?? '[]')
    return Array.isArray(kept) ? (kept as ChosenLine[]) : []
  } catch {
    return []
  }
}
