import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { DiscardCartDialog } from '../forms/DiscardCartDialog.tsx'
import { cartHref, type CartRow, cartsQuery } from './cart-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '16px' },
  cart: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '4px 16px' },
  what: { minWidth: 0, flex: '1 1 240px', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
})

/** What somebody of this partner began to order for the customer; nothing is drawn where there is nothing. */
export function OpenCarts({ customerId }: { customerId: string }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const carts = useQuery(cartsQuery(customerId)).data?.items ?? []
  const [leaving, setLeaving] = useState<CartRow | null>(null)
  const nameOf = useCartName()
  if (carts.length === 0) return null
  return (
    <Panel title={t('carts.title')}>
      <ul className={styles.list}>
        {carts.map((cart) => (
          <li key={cart.cartId} className={styles.cart}>
            <span className={styles.what}>
              {nameOf(cart)}
              <span className={styles.quiet}>
                {cart.changedByName === null ? t('carts.changedByErased', { date: formats.dateTime(cart.changedAt) }) : t('carts.changed', { name: cart.changedByName, date: formats.dateTime(cart.changedAt) })}{' '}
                {t('carts.expires', { date: formats.dateTime(cart.expiresAt) })}
              </span>
            </span>
            <Acts>
              <ButtonLink href={cartHref(customerId, cart.cartId)} aria-label={t('carts.continueName', { name: nameOf(cart) })}>
                {t('carts.continue')}
              </ButtonLink>
              <Button aria-label={t('carts.discardName', { name: nameOf(cart) })} onClick={() => setLeaving(cart)}>
                {t('carts.discard')}
              </Button>
            </Acts>
          </li>
        ))}
      </ul>
      {leaving && <DiscardCartDialog customerId={customerId} cart={leaving} name={nameOf(leaving)} onClose={() => setLeaving(null)} />}
    </Panel>
  )
}

function useCartName(): (cart: CartRow) => string {
  const { t } = useText()
  const formats = useFormats()
  return ({ titles, lineCount }) => (lineCount > titles.length ? `${titles.join(', ')} ${t('carts.more', { count: lineCount - titles.length })}` : formats.list(titles))
}
