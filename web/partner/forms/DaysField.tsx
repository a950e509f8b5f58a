import { Field, makeStyles, SpinButton } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'

const useStyles = makeStyles({ short: { maxWidth: '160px' } })

type DaysFieldProps = { days: number; max: number; isWrong: boolean; onDays: (days: number) => void }

/** How long a link works, in days of 24 hours. */
export function DaysField({ days, max, isWrong, onDays }: DaysFieldProps) {
  const styles = useStyles()
  const { t } = useText()
  const isEmpty = Number.isNaN(days)
  return (
    <Field label={t('newRequest.validityDays')} hint={t('newRequest.validityHint', { max })} validationMessage={isWrong ? t('newRequest.daysWrong', { max }) : undefined}>
      <SpinButton
        className={styles.short}
        value={isEmpty ? null : days}
        displayValue={isEmpty ? '' : String(days)}
        min={1}
        max={max}
        onChange={(_, { value, displayValue }) => onDays(value ?? Number(displayValue || Number.NaN))}
      />
    </Field>
  )
}
