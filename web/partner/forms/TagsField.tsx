import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Choice, FieldBinding } from '../../shared/ui/FormField.tsx'

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBottom: '2px' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  boxes: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', columnGap: '8px' },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

/** Several of a closed list; in the form one text, parted by commas. */
export function TagsField({ field, label, hint, choices }: { field: FieldBinding; label: string; hint?: string; choices: readonly Choice[] }) {
  const styles = useStyles()
  const errorId = useId()
  const chosen = tagsIn(field.value)
  const set = (value: string, isChosen: boolean) => field.onChange(choices.map((choice) => choice.value).filter((one) => (one === value ? isChosen : chosen.includes(one))).join())
  return (
    <fieldset id={field.id} tabIndex={-1} className={styles.group} aria-describedby={field.error ? errorId : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {hint && <div className={styles.hint}>{hint}</div>}
      <div className={styles.boxes}>
        {choices.map(({ value, label: name }) => (
          <Checkbox key={value} label={name} checked={chosen.includes(value)} onChange={(_, { checked }) => set(value, checked === true)} />
        ))}
      </div>
      {field.error && (
        <div id={errorId} className={styles.error}>
          {field.error}
        </div>
      )}
    </fieldset>
  )
}

export function tagsIn(value: string): string[] {
  return value === '' ? [] : value.split(',')
}
