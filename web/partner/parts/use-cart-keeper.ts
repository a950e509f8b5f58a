import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { createIntent } from '../../shared/api/intent.ts'
import { type Cart, cartEtag, cartPath } from './cart-api.ts'
import { createCartKeeper, type KeepingState, type Kept } from './cart-keeper.ts'

export type CartKeeper = ReturnType<typeof createCartKeeper> & { readonly state: KeepingState; readonly error: unknown }

/** The cart behind the order page; its number stands in the address as soon as there is one, so that a reload finds it. */
export function useCartKeeper(customerId: string, opened: Kept | null): CartKeeper {
  const navigate = useNavigate()
  const [at, setAt] = useState<{ state: KeepingState; error: unknown }>({ state: opened ? 'saved' : 'none', error: null })
  const hasLeft = useRef(false)
  const [keeper] = useState(() => {
    let cartId = opened?.cartId
    const intent = createIntent()
    return createCartKeeper(
      {
        create: async (lines) => {
          const body = { lines }
          try {
            const made = await api.post<Cart>(`/customers/${customerId}/carts`, { body, idempotencyKey: intent.keyFor(body) })
            intent.settled(null)
            return made
          } catch (error) {
            intent.settled(error)
            throw error
          }
        },
        change: (kept, lines) => api.put<Cart>(cartPath(customerId, kept.cartId), { body: { lines }, ifMatch: cartEtag(kept.version) }),
        discard: (kept) => api.delete(cartPath(customerId, kept.cartId), { ifMatch: cartEtag(kept.version) }),
        onState: (state, kept, error) => {
          if (hasLeft.current) return
          setAt({ state, error })
          if (kept?.cartId === cartId) return
          cartId = kept?.cartId
          void navigate({ to: '.', search: (kept ? { cart: kept.cartId } : {}) as never, replace: true, resetScroll: false })
        },
      },
      opened,
    )
  })
  useEffect(() => {
    hasLeft.current = false
    return () => {
      hasLeft.current = true
      void keeper.flush().catch(() => undefined)
    }
  }, [keeper])
  return { ...keeper, ...at }
}
