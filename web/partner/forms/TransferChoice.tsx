import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { TransferPreview } from '../../shared/pages/transfers/transfer-api.ts'
import { QuietText } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  head: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  line: { overflowWrap: 'anywhere' },
  quiet: { display: 'block', paddingInlineStart: '32px', marginTop: '-4px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

export type Choice = { ids: readonly string[]; stays: boolean }

/** Which subscriptions the seller lets go, each with what that gives back, or why it stays. */
export function TransferChoice({ preview, choice, onChange }: { preview: TransferPreview; choice: Choice; onChange: (choice: Choice) => void }) {
  const { t } = useText()
  const styles = useStyles()
  const { items, mayStayAsReseller } = preview
  const toggle = (id: string, isChosen: boolean) => onChange({ ...choice, ids: isChosen ? [...choice.ids, id] : choice.ids.filter((one) => one !== id) })
  if (items.length === 0) return <QuietText>{t('transfers.nothingToOffer')}</QuietText>
  return (
    <fieldset className={styles.group}>
      <legend className={styles.head}>{t('transfers.choose')}</legend>
      {items.map((item) => (
        <ChoiceLine key={item.subscriptionId} item={item} isChosen={choice.ids.includes(item.subscriptionId)} onToggle={(isChosen) => toggle(item.subscriptionId, isChosen)} />
      ))}
      {mayStayAsReseller && (
        <>
          <Checkbox checked={choice.stays} label={t('transfers.stayAsReseller')} onChange={(_, { checked }) => onChange({ ...choice, stays: checked === true })} />
          <span className={styles.quiet}>{t('transfers.stayAsResellerHint')}</span>
        </>
      )}
    </fieldset>
  )
}

function ChoiceLine({ item: { subscriptionId, name, quantity, addOnCount, refusal, givenBack, currency }, isChosen, onToggle }: { item: TransferPreview['items'][number]; isChosen: boolean; onToggle: (isChosen: boolean) => void }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  const beside = refusal ? [refusal.reasonText] : [addOnCount > 0 && t('transfers.withAddOns', { count: addOnCount }), givenBack !== null && t('transfers.givenBack', { amount: formats.money(givenBack, currency) })].filter(Boolean)
  const hintId = `transfer-${subscriptionId}`
  return (
    <div className={styles.line}>
      <Checkbox checked={isChosen} disabled={refusal !== null} aria-describedby={hintId} label={t('transfers.choiceLine', { name, count: quantity })} onChange={(_, { checked }) => onToggle(checked === true)} />
      <span id={hintId} className={styles.quiet}>
        {beside.join(' · ')}
      </span>
    </div>
  )
}
