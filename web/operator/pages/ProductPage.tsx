import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { SetPriceDrawer } from '../forms/SetPriceDrawer.tsx'
import { productQuery, type Availability, type CatalogueProduct, type Price } from '../parts/catalogue-api.ts'
import { useCloudName } from '../parts/use-cloud-name.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', alignItems: 'baseline', lineHeight: tokens.lineHeightBase300 },
  plan: { flex: '1 1 180px', minWidth: 0 },
  amount: { minWidth: '96px', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

/** A product: each SKU where it is sold, with every price that was, is and will be. */
export function ProductPage() {
  const { t } = useText()
  const cloudName = useCloudName()
  const product = useQuery(productQuery(usePathId('cloudId'), usePathId('productId')))
  return (
    <Loaded query={product}>
      {(value) => (
        <>
          <PageHeader title={value.title} intro={[value.productId, cloudName(value.cloud), t(`catalogue.type.${value.productType}`), value.publisher].join(' · ')} above={<TextLink href={paths.operator.catalogue}>{t('catalogue.title')}</TextLink>} />
          {value.availabilities.map((availability) => (
            <AvailabilityPanel key={`${availability.skuId} ${availability.availabilityId}`} product={value} availability={availability} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function AvailabilityPanel({ product, availability }: { product: CatalogueProduct; availability: Availability }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const [isPricing, setPricing] = useState(false)
  const { skuTitle, marketName, segment, prices } = availability
  const title = t('catalogue.availability', { sku: skuTitle, market: marketName, segment: t(`catalogue.segment.${segment}`) })
  return (
    <Panel title={title} acts={<Button onClick={() => setPricing(true)}>{t('catalogue.setPrice')}</Button>}>
      <Stack>
        <KeyValueList
          items={[
            { key: t('catalogue.onSale'), value: t(availability.isOnSale ? 'subscriptions.yes' : 'subscriptions.no') },
            { key: t('catalogue.limits'), value: t('catalogue.limitsLine', { min: formats.number(availability.minQuantity), max: formats.number(availability.maxQuantity) }) },
            { key: t('catalogue.contract'), value: t(`subscriptions.generation.${availability.generation}`) },
            availability.serviceName !== null && { key: t('catalogue.service'), value: availability.serviceName },
            availability.baseIds.length > 0 && { key: t('catalogue.addOnTo'), value: formats.list(availability.baseIds) },
            availability.conversionIds.length > 0 && { key: t('catalogue.convertsTo'), value: formats.list(availability.conversionIds) },
          ]}
        />
        <ul className={styles.list} aria-label={t('catalogue.prices')}>
          {prices.map((price) => (
            <PriceLine key={`${price.term} ${price.billingCycle} ${price.currency} ${price.validFrom}`} price={price} />
          ))}
        </ul>
      </Stack>
      {isPricing && <SetPriceDrawer product={product} availability={availability} onClose={() => setPricing(false)} />}
    </Panel>
  )
}

function PriceLine({ price }: { price: Price }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const [openedAt] = useState(() => Date.now())
  const isComing = Date.parse(price.validFrom) > openedAt
  const standing = price.holdsNow ? 'holds' : isComing ? 'coming' : 'past'
  return (
    <li className={styles.line}>
      <span className={styles.plan}>{t('subscriptions.plan', { term: t(`subscriptions.term.${price.term}`), cycle: t(`subscriptions.cycle.${price.billingCycle}`) })}</span>
      <span className={styles.amount}>{price.unitPrice === null ? t('catalogue.notSold') : formats.money(price.unitPrice, price.currency)}</span>
      <span>
        {t('catalogue.validFrom')} <DateText at={price.validFrom} />
      </span>
      <StatusBadge tone={standing === 'holds' ? 'good' : standing === 'coming' ? 'accent' : 'ended'}>{t(`catalogue.${standing}`)}</StatusBadge>
    </li>
  )
}
