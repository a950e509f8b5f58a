import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: '0 0 20px', padding: 0, listStyle: 'none', '@media (max-width: 480px)': { flexDirection: 'column' } },
  step: { display: 'flex', alignItems: 'center', columnGap: '8px', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
  },
  currentNumber: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, border: '1px solid transparent' },
  done: { fontSize: '24px', color: tokens.colorBrandForeground1, flexShrink: 0 },
})

export type WizardStepsProps = { label: string; steps: readonly string[]; current: number }

/** Where somebody is in a form of several pages. It shows the way; the buttons of the pages walk it. */
export function WizardSteps({ label, steps, current }: WizardStepsProps) {
  const styles = useStyles()
  return (
    <nav aria-label={label}>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={step} aria-current={index === current ? 'step' : undefined} className={mergeClasses(styles.step, index === current && styles.current)}>
            {index < current ? (
              <CheckmarkCircleFilled className={styles.done} aria-hidden="true" />
            ) : (
              <span aria-hidden="true" className={mergeClasses(styles.number, index === current && styles.currentNumber)}>
                {index + 1}
              </span>
            )}
            {step}
          </li>
        ))}
      </ol>
    </nav>
  )
}
