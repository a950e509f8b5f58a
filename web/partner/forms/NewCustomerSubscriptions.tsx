import { Button } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'

/** Page two stands ready for offers and licenses, and says plainly that they come later. */
export function NewCustomerSubscriptions({ onBack, onNext }: { onBack: () => void; onNext: () => void }) {
  const { t } = useText()
  return (
    <>
      <Panel title={t('newCustomer.step.subscriptions')}>
        <Stack>
          <QuietText>{t('newCustomer.subscriptionsText')}</QuietText>
          <QuietText>{t('newCustomer.subscriptionsLater')}</QuietText>
        </Stack>
      </Panel>
      <Acts>
        <Button appearance="primary" onClick={onNext}>
          {t('newCustomer.next', { step: t('newCustomer.step.review') })}
        </Button>
        <Button onClick={onBack}>{t('newCustomer.back')}</Button>
      </Acts>
    </>
  )
}
