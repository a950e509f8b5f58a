import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { type ChosenLine, linesToSend } from '../parts/chosen-line.ts'
import type { NewCustomerRules } from '../parts/new-customer-api.ts'
import { newOffersQuery } from '../parts/new-customer-order.ts'
import { OfferPicker } from '../parts/OfferPicker.tsx'
import { newBuyerOf, type Values } from './new-customer-values.ts'
import { OrderLineFields } from './OrderLineFields.tsx'

type NewCustomerSubscriptionsProps = {
  values: Values
  rules: NewCustomerRules
  lines: readonly ChosenLine[]
  onLines: (lines: readonly ChosenLine[]) => void
  onBack: () => void
  onNext: () => void
}

/** Page two: offers and licenses for the customer to be; or why nothing can be ordered with it [S1.L1.2]. */
export function NewCustomerSubscriptions({ values, rules, lines, onLines, onBack, onNext }: NewCustomerSubscriptionsProps) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const offers = useQuery(newOffersQuery(newBuyerOf(values, rules), search.trim()))
  const isBlocked = offers.data?.refusal != null
  const isComplete = lines.length === 0 || linesToSend(lines) !== undefined
  return (
    <>
      <Loaded query={offers}>
        {(found) =>
          found.refusal ? (
            <Panel title={t('newCustomer.step.subscriptions')}>
              <Stack>
                <MessageBar intent="info" layout="multiline">
                  <MessageBarBody>{found.refusal.reasonText}</MessageBarBody>
                </MessageBar>
                <QuietText>{t('newCustomer.subscriptionsLater')}</QuietText>
              </Stack>
            </Panel>
          ) : (
            <OfferPicker offers={found} search={search} onSearch={setSearch} lines={lines} onLines={onLines}>
              <Chosen lines={lines} onLines={onLines} hasReseller={values.resellerId !== ''} />
            </OfferPicker>
          )
        }
      </Loaded>
      <Acts>
        <Button appearance="primary" disabledFocusable={!isComplete && !isBlocked} onClick={() => (isComplete || isBlocked) && onNext()}>
          {t('newCustomer.next', { step: t('newCustomer.step.review') })}
        </Button>
        <Button onClick={onBack}>{t('newCustomer.back')}</Button>
      </Acts>
    </>
  )
}

function Chosen({ lines, onLines, hasReseller }: { lines: readonly ChosenLine[]; onLines: (lines: readonly ChosenLine[]) => void; hasReseller: boolean }) {
  const { t } = useText()
  return (
    <Panel title={t('subscriptions.chosen')}>
      <Stack>
        <QuietText>{t(lines.length === 0 ? 'newCustomer.subscriptionsText' : hasReseller ? 'newCustomer.resellerOnRecord' : 'newCustomer.orderedWith')}</QuietText>
        {lines.map((line) => (
          <OrderLineFields
            key={line.key}
            line={line}
            lines={lines}
            resellers={[]}
            onChange={(next) => onLines(lines.map((one) => (one.key === line.key ? next : one)))}
            onRemove={() => onLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
      </Stack>
    </Panel>
  )
}
