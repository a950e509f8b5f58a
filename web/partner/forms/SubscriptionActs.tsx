import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import type { Subscription } from '../parts/subscription-api.ts'
import { ChangeSeatsDrawer } from './ChangeSeatsDrawer.tsx'
import { ConvertDrawer } from './ConvertDrawer.tsx'
import { RenameSubscriptionDrawer } from './RenameSubscriptionDrawer.tsx'
import { SubscriptionActDialog, type DialogAct } from './SubscriptionActDialog.tsx'

export type SubscriptionActsProps = { customerId: string; subscription: Subscription; etag: string }

/** What may be done now, by the server's own word; another act has no button. */
export function SubscriptionActs({ customerId, subscription, etag }: SubscriptionActsProps) {
  const { t } = useText()
  const [open, setOpen] = useState<DialogAct | 'seats' | 'name' | 'convert' | null>(null)
  const close = () => setOpen(null)
  const { can, autoRenew, status } = subscription
  const buttons = [
    can.changeSeats && (['seats', t('subscriptions.changeSeats')] as const),
    can.convert && (['convert', t('subscriptions.convert')] as const),
    can.reactivate && (['reactivation', t('subscriptions.reactivate')] as const),
    can.rename && (['name', t('subscriptions.rename')] as const),
    can.autoRenew && (['autoRenew', t(autoRenew ? 'subscriptions.renewOff' : 'subscriptions.renewOn')] as const),
    can.suspend && (['suspension', t('subscriptions.suspend')] as const),
    can.cancel && (['cancellation', t(status === 'pending' ? 'subscriptions.withdraw' : 'subscriptions.cancel')] as const),
  ].filter((one) => one !== false)
  if (buttons.length === 0) return null
  return (
    <>
      <Acts>
        {buttons.map(([act, label], place) => (
          <Button key={act} appearance={place === 0 && (act === 'seats' || act === 'reactivation') ? 'primary' : 'secondary'} onClick={() => setOpen(act)}>
            {label}
          </Button>
        ))}
      </Acts>
      {open === 'seats' && <ChangeSeatsDrawer customerId={customerId} subscription={subscription} etag={etag} onClose={close} />}
      {open === 'name' && <RenameSubscriptionDrawer customerId={customerId} subscription={subscription} etag={etag} onClose={close} />}
      {open === 'convert' && <ConvertDrawer customerId={customerId} subscription={subscription} onClose={close} />}
      {open !== null && open !== 'seats' && open !== 'name' && open !== 'convert' && <SubscriptionActDialog act={open} customerId={customerId} subscription={subscription} etag={etag} onClose={close} />}
    </>
  )
}
