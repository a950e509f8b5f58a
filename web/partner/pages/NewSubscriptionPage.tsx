import { MessageBar, MessageBarBody, SearchBox } from '@fluentui/react-components'
import { AppsListDetailRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { OrderForm } from '../forms/OrderForm.tsx'
import { customerQuery } from '../parts/customer-api.ts'
import { OfferPanel } from '../parts/OfferPanel.tsx'
import { useColumnsStyles } from '../parts/CustomerFrame.tsx'
import { firstLine, type ChosenLine } from '../parts/chosen-line.ts'
import { offersQuery, type Offer } from '../parts/subscription-api.ts'

/** Offers that this customer can have, chosen into an order that is looked at before it is placed [S1.L1.2]. */
export function NewSubscriptionPage() {
  const { t } = useText()
  const styles = useColumnsStyles()
  const customerId = usePathId('customerId')
  const customer = useQuery(customerQuery(customerId)).data?.value
  const [search, setSearch] = useState('')
  const [lines, setLines] = useState<readonly ChosenLine[]>([])
  const offers = useQuery(offersQuery(customerId, search.trim()))
  const name = customer?.companyName ?? t('customerAccount.customer')
  return (
    <>
      <PageHeader
        title={t('subscriptions.addTitle')}
        tabTitle={`${name} · ${t('subscriptions.addTitle')}`}
        intro={t('subscriptions.addIntro', { name })}
        above={<TextLink href={paths.partner.customerSubscriptions(customerId)}>{name}</TextLink>}
      />
      <Loaded query={offers}>
        {({ items, isCut, resellers, refusal }) => (
          <>
            {refusal && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{refusal.reasonText}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles.columns}>
              <Stack>
                <SearchBox aria-label={t('subscriptions.search')} placeholder={t('subscriptions.search')} value={search} onChange={(_, { value }) => setSearch(value)} />
                {items.length === 0 && (
                  <Panel>
                    <EmptyState icon={AppsListDetailRegular} title={t('subscriptions.noOffers')}>
                      {t('subscriptions.noOffersText')}
                    </EmptyState>
                  </Panel>
                )}
                <div>
                  {items.map((offer) => (
                    <OfferPanel key={offer.catalogItemId} offer={offer} isBlocked={refusal !== null} onChoose={() => choose(offer)} />
                  ))}
                </div>
                {isCut && <QuietText>{t('subscriptions.isCut')}</QuietText>}
              </Stack>
              <OrderForm customerId={customerId} lines={lines} resellers={resellers} onChange={setLines} />
            </div>
          </>
        )}
      </Loaded>
    </>
  )

  function choose(offer: Offer): void {
    setLines((before) => [...before, firstLine(offer, (before.at(-1)?.key ?? 0) + 1)])
  }
}
