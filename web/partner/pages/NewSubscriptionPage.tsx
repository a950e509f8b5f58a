import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { OrderDesk } from '../forms/OrderDesk.tsx'
import { cartQuery } from '../parts/cart-api.ts'
import { customerQuery } from '../parts/customer-api.ts'

/** Offers that this customer can have, chosen into a cart that is looked at before it is ordered [S1.L1.2]. */
export function NewSubscriptionPage() {
  const { t } = useText()
  const customerId = usePathId('customerId')
  const customer = useQuery(customerQuery(customerId)).data?.value
  const { cart } = useSearch({ strict: false }) as { cart?: string }
  // The page itself puts a number into the address once there is one; only the one it was opened with is read.
  const [desk, setDesk] = useState({ cartId: cart, round: 0 })
  const name = customer?.companyName ?? t('customerAccount.customer')
  return (
    <>
      <PageHeader
        title={t('subscriptions.addTitle')}
        tabTitle={`${name} · ${t('subscriptions.addTitle')}`}
        intro={t('subscriptions.addIntro', { name })}
        above={<TextLink href={paths.partner.customerSubscriptions(customerId)}>{name}</TextLink>}
      />
      {desk.cartId === undefined ? (
        <OrderDesk key={desk.round} customerId={customerId} cart={null} onReload={() => setDesk({ cartId: cart, round: desk.round + 1 })} />
      ) : (
        <KeptOrder key={desk.round} customerId={customerId} cartId={desk.cartId} round={desk.round} onReload={() => setDesk({ cartId: cart, round: desk.round + 1 })} onNew={() => setDesk({ cartId: undefined, round: desk.round + 1 })} />
      )}
    </>
  )
}

type KeptOrderProps = { customerId: string; cartId: string; round: number; onReload: () => void; onNew: () => void }

function KeptOrder({ customerId, cartId, round, onReload, onNew }: KeptOrderProps) {
  const cart = useQuery(cartQuery(customerId, cartId, round))
  if (isProblem(cart.error, 'notFound')) return <NothingOpen customerId={customerId} why="gone" onNew={onNew} />
  return <Loaded query={cart}>{(found) => (found.status === 'ordered' ? <NothingOpen customerId={customerId} why="ordered" onNew={onNew} /> : <OrderDesk customerId={customerId} cart={found} onReload={onReload} />)}</Loaded>
}

/** An address that was kept longer than its cart. */
function NothingOpen({ customerId, why, onNew }: { customerId: string; why: 'gone' | 'ordered'; onNew: () => void }) {
  const { t } = useText()
  return (
    <Panel title={t(`carts.${why}Title`)}>
      <Stack>
        <QuietText>{t(`carts.${why}Text`)}</QuietText>
        <Acts>
          <ButtonLink appearance="primary" href={paths.partner.customerNewSubscription(customerId)} onClick={onNew}>
            {t('carts.startNew')}
          </ButtonLink>
          <ButtonLink href={paths.partner.customerSubscriptions(customerId)}>{t('carts.toSubscriptions')}</ButtonLink>
        </Acts>
      </Stack>
    </Panel>
  )
}
