import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import { ProblemCodes } from './ProblemCodes.tsx'
import type { ProblemView } from './problem-view.ts'
import { RuleLink } from './RuleLink.tsx'

const useStyles = makeStyles({
  bar: { marginBottom: '16px', paddingBlock: '8px', ':focus': { outlineStyle: 'none' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  words: { display: 'block' },
})

export type ProblemBannerProps = {
  /** Nothing is drawn while there is none. */
  problem: ProblemView | null | undefined
  children?: ReactNode
  acts?: ReactNode
}

/** What the server refused, above the form or act that asked. Takes the focus when it appears. */
export function ProblemBanner({ problem: given, children, acts }: ProblemBannerProps) {
  const styles = useStyles()
  // Whoever closed the question for their password has decided so themselves, and needs no error.
  const problem = given?.code === 'stepUpRequired' ? null : given
  const bar = useRef<HTMLDivElement>(null)
  const met = problem && [problem.title, problem.detail, problem.code, problem.traceId].join('|')
  useEffect(() => {
    if (met) bar.current?.focus()
  }, [met])
  if (!problem) return null
  return (
    <MessageBar ref={bar} tabIndex={-1} intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{problem.title}</MessageBarTitle>
        {problem.detail && <span className={styles.words}>{problem.detail}</span>}
        {children}
        <RuleLink rule={problem.rule} />
        <ProblemCodes problem={problem} />
      </MessageBarBody>
      {acts && <MessageBarActions>{acts}</MessageBarActions>}
    </MessageBar>
  )
}
