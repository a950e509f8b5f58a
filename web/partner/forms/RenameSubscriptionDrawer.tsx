import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey } from '../parts/customer-api.ts'
import { subscriptionPath, type Subscription } from '../parts/subscription-api.ts'

type RenameSubscriptionDrawerProps = { customerId: string; subscription: Subscription; etag: string; onClose: () => void }

/** A name of one's own beside that of the offer. */
export function RenameSubscriptionDrawer({ customerId, subscription, etag, onClose }: RenameSubscriptionDrawerProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [name, setName] = useState(subscription.friendlyName ?? '')
  const act = useAct({
    send: () => api.put(`${subscriptionPath(customerId, subscription.subscriptionId)}/name`, { body: { friendlyName: name.trim() || null }, ifMatch: etag }),
    changes: [customerKey(customerId)],
    onDone: () => {
      notify.done(t('subscriptions.done'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('subscriptions.rename')} intro={subscription.offerName} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('subscriptions.ownName')} hint={t('subscriptions.ownNameHint')}>
            <Input value={name} maxLength={100} autoComplete="off" onChange={(_, { value }) => setName(value)} />
          </Field>
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('subscriptions.save')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
