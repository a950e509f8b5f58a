import { Checkbox, makeStyles } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'

const useStyles = makeStyles({ group: { margin: '0 0 0 28px', padding: 0, border: 'none', display: 'flex', flexWrap: 'wrap', columnGap: '8px' } })

/** The service plans of a license, each on or off. */
export function PlanChoices({ name, plans, off, onChange }: { name: string; plans: readonly string[]; off: readonly string[]; onChange: (off: readonly string[]) => void }) {
  const styles = useStyles()
  const { t } = useText()
  if (plans.length === 0) return null
  return (
    <fieldset className={styles.group} aria-label={t('licenses.plansOf', { name })}>
      {plans.map((plan) => (
        <Checkbox key={plan} label={plan} checked={!off.includes(plan)} onChange={(_event, { checked }) => onChange(checked ? off.filter((one) => one !== plan) : [...off, plan])} />
      ))}
    </fieldset>
  )
}
