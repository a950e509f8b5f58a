import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import type { OrderPreview } from './subscription-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px' },
  what: { minWidth: 0, flex: '1 1 200px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bad: { display: 'block', color: tokens.colorStatusDangerForeground1 },
  amount: { fontVariantNumeric: 'tabular-nums' },
  total: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontWeight: tokens.fontWeightSemibold },
})

/** Of a cart: what cost something else when it came in. */
type PreviewLine = OrderPreview['lines'][number] & { readonly unitPriceThen?: string | null; readonly hasNewPrice?: boolean }

/** Every line with its exact amount or why it is not possible, and their sum. */
export function OrderPreviewView({ preview: { currency, total, refusal, lines } }: { preview: Omit<OrderPreview, 'lines'> & { readonly lines: readonly PreviewLine[] } }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const money = (amount: string) => formats.money(amount, currency ?? 'XXX')
  return (
    <>
      {lines.some(({ hasNewPrice }) => hasNewPrice) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('carts.priceChanged')}</MessageBarBody>
        </MessageBar>
      )}
      {refusal && <span className={styles.bad}>{refusal.reasonText}</span>}
      <ul className={styles.list}>
        {lines.map((line, place) => (
          <li key={`${line.catalogItemId} ${place}`} className={styles.line}>
            <span className={styles.what}>
              {line.title ?? line.catalogItemId}
              <span className={styles.quiet}>
                {formats.number(line.quantity)} × {line.unitPrice === null ? '–' : money(line.unitPrice)}
              </span>
              {line.hasNewPrice && <span className={styles.quiet}>{line.unitPriceThen ? t('carts.priceThen', { price: money(line.unitPriceThen) }) : t('carts.priceThenHidden')}</span>}
              {line.refusal && <span className={styles.bad}>{line.refusal.reasonText}</span>}
            </span>
            {line.amount !== null && <span className={styles.amount}>{money(line.amount)}</span>}
          </li>
        ))}
      </ul>
      {total === null ? (
        currency !== null && <QuietText>{t('subscriptions.priceHidden')}</QuietText>
      ) : (
        <div className={styles.total}>
          <span>{t('subscriptions.total')}</span>
          <span className={styles.amount}>{money(total)}</span>
        </div>
      )}
    </>
  )
}
