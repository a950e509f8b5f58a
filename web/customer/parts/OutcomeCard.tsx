import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'

const useStyles = makeStyles({
  card: {
    boxSizing: 'border-box',
    maxWidth: '832px',
    padding: '32px',
    marginBottom: '20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { padding: '20px 16px' },
  },
  sign: { display: 'inline-flex', alignItems: 'center', justifyContent: 'center', width: '48px', height: '48px', marginBottom: '16px', borderRadius: '24px', fontSize: '26px' },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  waiting: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1 },
  neutral: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
})

export type OutcomeCardProps = { icon: FluentIcon; tone: 'good' | 'waiting' | 'neutral'; title: string; intro?: ReactNode; children?: ReactNode }

/** The one thing a page has to say: how an answer went, or why there can be none. */
export function OutcomeCard({ icon: Icon, tone, title, intro, children }: OutcomeCardProps) {
  const styles = useStyles()
  return (
    <div className={styles.card}>
      <span className={mergeClasses(styles.sign, styles[tone])} aria-hidden="true">
        <Icon />
      </span>
      <PageHeader title={title} intro={intro} />
      {children}
    </div>
  )
}
