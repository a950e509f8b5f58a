import { MessageBar, MessageBarBody, SearchBox } from '@fluentui/react-components'
import { AppsListDetailRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { basesFor, type ChosenLine, firstLine } from './chosen-line.ts'
import { useColumnsStyles } from './CustomerFrame.tsx'
import { OfferPanel } from './OfferPanel.tsx'
import type { OfferList } from './subscription-api.ts'

type OfferPickerProps = {
  offers: OfferList
  search: string
  onSearch: (text: string) => void
  lines: readonly ChosenLine[]
  onLines: (lines: readonly ChosenLine[]) => void
  /** what is chosen, beside the offers */
  children: ReactNode
}

/** Offers to choose from, and why nothing can be chosen where that is so. */
export function OfferPicker({ offers: { items, isCut, refusal }, search, onSearch, lines, onLines, children }: OfferPickerProps) {
  const { t } = useText()
  const styles = useColumnsStyles()
  return (
    <>
      {refusal && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{refusal.reasonText}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <Stack>
          <SearchBox aria-label={t('subscriptions.search')} placeholder={t('subscriptions.search')} value={search} onChange={(_, { value }) => onSearch(value)} />
          {items.length === 0 && (
            <Panel>
              <EmptyState icon={AppsListDetailRegular} title={t('subscriptions.noOffers')}>
                {t('subscriptions.noOffersText')}
              </EmptyState>
            </Panel>
          )}
          <div>
            {items.map((offer) => {
              const needsBase = offer.isAddOn && basesFor(offer, lines).length === 0
              return <OfferPanel key={offer.catalogItemId} offer={offer} needsBase={needsBase} isBlocked={refusal !== null || needsBase} onChoose={() => onLines([...lines, firstLine(offer, lines)])} />
            })}
          </div>
          {isCut && <QuietText>{t('subscriptions.isCut')}</QuietText>}
        </Stack>
        {children}
      </div>
    </>
  )
}
