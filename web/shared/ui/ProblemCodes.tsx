import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { CopyButton } from './CopyButton.tsx'
import type { ProblemView } from './problem-view.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', margin: '8px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** Reason code and trace id, small, with one button that copies both. */
export function ProblemCodes({ problem }: { problem: ProblemView }) {
  const styles = useStyles()
  const { t } = useText()
  if (!problem.code && !problem.traceId) return null
  const both = [problem.code, problem.traceId].filter(Boolean).join(' ')
  return (
    <div className={styles.list}>
      {problem.code && (
        <span>
          {t('shell.reasonCode')}: <code className={styles.code}>{problem.code}</code>
        </span>
      )}
      {problem.traceId && (
        <span>
          {t('shell.traceId')}: <code className={styles.code}>{problem.traceId}</code>
        </span>
      )}
      <CopyButton text={both} what={t('problem.technical')} />
    </div>
  )
}
