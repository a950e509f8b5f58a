import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import type { Cart } from '../parts/cart-api.ts'
import { type ChosenLine, linesToSend } from '../parts/chosen-line.ts'
import { linesOfCart } from '../parts/lines-of-cart.ts'
import { OfferPicker } from '../parts/OfferPicker.tsx'
import { offersQuery } from '../parts/subscription-api.ts'
import { useCartKeeper } from '../parts/use-cart-keeper.ts'
import { OrderForm } from './OrderForm.tsx'

/** Offers beside the cart into which they are chosen; what is in it is kept as it is written. */
export function OrderDesk({ customerId, cart, onReload }: { customerId: string; cart: Cart | null; onReload: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const [search, setSearch] = useState('')
  const [opened] = useState(() => (cart ? linesOfCart(cart) : { lines: [], leftOut: [] }))
  const [lines, setLines] = useState<readonly ChosenLine[]>(opened.lines)
  const keeper = useCartKeeper(customerId, cart)
  const offers = useQuery(offersQuery(customerId, search.trim()))
  const change = (next: readonly ChosenLine[]) => {
    setLines(next)
    keeper.keep(next.length === 0 ? [] : linesToSend(next))
  }
  return (
    <>
      {opened.leftOut.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('carts.noLongerOffered', { names: formats.list(opened.leftOut) })}</MessageBarBody>
        </MessageBar>
      )}
      <Loaded query={offers}>
        {(found) => (
          <OfferPicker offers={found} search={search} onSearch={setSearch} lines={lines} onLines={change}>
            <OrderForm customerId={customerId} lines={lines} resellers={found.resellers} keeper={keeper} onChange={change} onReload={onReload} />
          </OfferPicker>
        )}
      </Loaded>
    </>
  )
}
