import { Button, makeStyles, mergeClasses, Spinner } from '@fluentui/react-components'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { describeProblem } from '../api/describe-problem.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import type { FormState } from './use-form.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginTop: '4px' },
  wide: { '& > button': { flexGrow: 1 } },
})

export type FormProps<Name extends string> = {
  form: FormState<Name>
  /** The act that is under way or failed: a mutation of `useAct`. */
  act: { isPending: boolean; error: unknown }
  onSubmit: () => void
  submitLabel: string
  /** Why it cannot be sent now; the button stays visible and says so. */
  blockedBecause?: string | undefined
  isWide?: boolean
  besideSubmit?: ReactNode
  children: ReactNode
}

/** One shell for all forms: errors appear here and nowhere else. */
export function Form<Name extends string>(props: FormProps<Name>) {
  const styles = useStyles()
  const texts = useText()
  const { form, act, blockedBecause } = props
  const takeRefusal = useEffectEvent(() => form.refuse(act.error))
  useEffect(() => {
    if (act.error) takeRefusal()
  }, [act.error])

  const isByField = form.errors.length > 0
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!act.isPending && !blockedBecause && form.isReady()) props.onSubmit()
      }}
    >
      {isByField && <ErrorSummary errors={form.errors} attempt={form.attempt} />}
      {!isByField && !act.isPending && <ProblemBanner problem={act.error ? describeProblem(act.error, texts) : null} />}
      {props.children}
      <div className={props.isWide ? mergeClasses(styles.acts, styles.wide) : styles.acts}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={act.isPending || blockedBecause !== undefined}
          title={blockedBecause}
          icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
        >
          {props.submitLabel}
        </Button>
        {props.besideSubmit}
      </div>
    </form>
  )
}
