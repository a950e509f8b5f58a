import { queryOptions } from '@tanstack/react-query'
import type * as contract from '../../../src/http/portal/cart-schemas.ts'
import { api } from '../../shared/api/api.ts'
import { paths } from '../../shared/paths.ts'
import { customerKey } from './customer-api.ts'
import type { Offer } from './subscription-api.ts'

export type CartRow = contract.CartListView['items'][number]
export type CartLine = Omit<contract.CartView['lines'][number], 'offer'> & { offer: Offer | null }
export type Cart = Omit<contract.CartView, 'lines'> & { lines: CartLine[] }
export type CartPreview = contract.CartPreviewView

export const cartPath = (customerId: string, cartId: string) => `/customers/${customerId}/carts/${cartId}`

/** The order page with this cart in it. */
export const cartHref = (customerId: string, cartId: string) => `${paths.partner.customerNewSubscription(customerId)}?${new URLSearchParams({ cart: cartId }).toString()}`

export const cartEtag = (version: number) => `"${version}"`

/** Colleagues write to it, too: read anew each time. */
export const cartsQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'carts'],
    queryFn: ({ signal }) => api.get<contract.CartListView>(`/customers/${customerId}/carts`, { signal }),
    staleTime: 0,
  })

/** As it stands when the page opens; from then on the page itself knows. */
export const cartQuery = (customerId: string, cartId: string, round: number) =>
  queryOptions({
    queryKey: ['cart', customerId, cartId, round],
    queryFn: ({ signal }) => api.get<Cart>(cartPath(customerId, cartId), { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
