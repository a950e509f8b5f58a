import { makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { isOpen, type Transfer, type TransferLine } from './transfer-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px', lineHeight: tokens.lineHeightBase300 },
  addOn: { paddingInlineStart: '20px' },
  what: { minWidth: 0, flex: '1 1 220px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  amount: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  total: { margin: 0, paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
})

/** What moves, and for each partner what the rest of its cycles costs or gives back. */
export function TransferLines({ transfer }: { transfer: Transfer }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const { lines, totals, side, status } = transfer
  const text = side === 'from' ? (status === 'completed' ? 'transfers.wasBack' : 'transfers.totalBack') : status === 'completed' ? 'transfers.wasCost' : 'transfers.totalCost'
  const isHidden = side !== 'customer' && (status === 'offered' || status === 'completed') && totals.length === 0
  return (
    <Panel title={t('transfers.moves')}>
      {lines.length === 0 ? (
        <QuietText>{t(isOpen(status) ? 'transfers.movesNothing' : 'transfers.movedNothing')}</QuietText>
      ) : (
        <Stack>
          <ul className={styles.list}>
            {lines.map((line) => (
              <Line key={line.subscriptionId} line={line} />
            ))}
          </ul>
          {(status === 'offered' || status === 'completed') &&
            totals.map(({ currency, amount }) => (
              <p key={currency} className={styles.total}>
                {t(text, { amount: formats.money(amount, currency) })}
              </p>
            ))}
          {isHidden && <QuietText>{t('transfers.pricesHidden')}</QuietText>}
        </Stack>
      )}
    </Panel>
  )
}

function Line({ line: { name, quantity, isAddOn, term, billingCycle, amount, perCycle, currency } }: { line: TransferLine }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const beside = [
    t('transfers.licenses', { count: quantity }),
    isAddOn && t('transfers.addOn'),
    term && billingCycle && t('subscriptions.plan', { term: t(`subscriptions.term.${term}`), cycle: t(`subscriptions.cycle.${billingCycle}`) }),
    perCycle !== null && t('transfers.perCycle', { amount: formats.money(perCycle, currency) }),
  ].filter(Boolean)
  return (
    <li className={`${styles.line} ${isAddOn ? styles.addOn : ''}`}>
      <span className={styles.what}>
        {name}
        <span className={styles.quiet}>{beside.join(' · ')}</span>
      </span>
      {amount !== null && (
        <span>
          <span className={styles.quiet}>{t('transfers.restOfCycle')}</span>
          <span className={styles.amount}>{formats.money(amount, currency)}</span>
        </span>
      )}
    </li>
  )
}
