import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { ProblemCodes } from './ProblemCodes.tsx'
import type { ProblemView } from './problem-view.ts'
import { RuleLink } from './RuleLink.tsx'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', padding: '40px 24px' },
  icon: { fontSize: '40px', color: tokens.colorStatusDangerForeground1, marginBottom: '12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  detail: { margin: '4px 0 0', maxWidth: '60ch', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  acts: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '20px' },
})

/** A part of a page that could not be read: what happened, what helps, and what to tell support. */
export function ErrorState({ problem, onRetry, acts }: { problem: ProblemView; onRetry?: () => void; acts?: ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <div className={styles.box} role="alert">
      <ErrorCircleRegular className={styles.icon} aria-hidden="true" />
      <p className={styles.title}>{problem.title}</p>
      {problem.detail && <p className={styles.detail}>{problem.detail}</p>}
      <RuleLink rule={problem.rule} />
      <ProblemCodes problem={problem} />
      {(onRetry || acts) && (
        <div className={styles.acts}>
          {onRetry && <Button onClick={onRetry}>{t('shell.tryAgain')}</Button>}
          {acts}
        </div>
      )}
    </div>
  )
}
