import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { skusQuery, type SubscribedSku } from './license-api.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))', gap: '16px', margin: 0, padding: 0, listStyleType: 'none' },
  card: { minWidth: 0, padding: '16px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge },
  title: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center', margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  plans: { margin: '2px 0 12px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  units: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: 0 },
  unit: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  what: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  over: { marginTop: '12px' },
})

/** What can be given to users: of each kind of license how many there are, are assigned and are left. */
export function SkuTable() {
  const { t } = useText()
  const styles = useStyles()
  const skus = useQuery(skusQuery(usePeopleSide()))
  return (
    <Loaded isPart query={skus}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={KeyMultipleRegular} title={t('licenses.none')}>
            {t('licenses.noneText')}
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {items.map((sku) => (
              <SkuCard key={sku.sku} sku={sku} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function SkuCard({ sku: { name, servicePlans, units, capabilityStatus } }: { sku: SubscribedSku }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>
        {name}
        {capabilityStatus !== 'enabled' && <StatusBadge tone="waiting">{t(`licenses.status.${capabilityStatus}`)}</StatusBadge>}
      </h3>
      <p className={styles.plans}>{servicePlans.length > 0 ? servicePlans.join(' · ') : t('licenses.noPlans')}</p>
      <dl className={styles.units}>
        <Unit what={t('licenses.available')} count={units.available} />
        <Unit what={t('licenses.consumed')} count={units.consumed} />
        <Unit what={t('licenses.total')} count={units.total} />
        {units.suspended > 0 && <Unit what={t('licenses.suspended')} count={units.suspended} />}
      </dl>
      {units.overassigned > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.over}>
          <MessageBarBody>{t('licenses.overassigned', { count: units.overassigned })}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  )
}

function Unit({ what, count }: { what: string; count: number }) {
  const styles = useStyles()
  const formats = useFormats()
  return (
    <div className={styles.unit}>
      <dt className={styles.what}>{what}</dt>
      <dd className={styles.number}>{formats.number(count)}</dd>
    </div>
  )
}
