import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

/** Meaning, not colour: `good` is in force, `waiting` needs somebody, `ended` is over, `bad` failed or was refused. */
export type BadgeTone = 'neutral' | 'accent' | 'good' | 'waiting' | 'bad' | 'ended'

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '22px',
    padding: '0 8px',
    borderRadius: '11px',
    border: '1px solid transparent',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightMedium,
    letterSpacing: 'normal',
    // In a narrow column a badge breaks between words, never inside one.
    overflowWrap: 'break-word',
  },
  // The line keeps it visible on a row that is hovered, whose ground is the same.
  neutral: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2, borderTopColor: tokens.colorNeutralStroke2, borderRightColor: tokens.colorNeutralStroke2, borderBottomColor: tokens.colorNeutralStroke2, borderLeftColor: tokens.colorNeutralStroke2 },
  accent: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  waiting: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  ended: { color: tokens.colorNeutralForeground3, borderTopColor: tokens.colorNeutralStroke1, borderRightColor: tokens.colorNeutralStroke1, borderBottomColor: tokens.colorNeutralStroke1, borderLeftColor: tokens.colorNeutralStroke1 },
  icon: { fontSize: '14px', flexShrink: 0 },
})

export function StatusBadge({ tone = 'neutral', icon: Icon, children }: { tone?: BadgeTone; icon?: FluentIcon; children: ReactNode }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.badge, styles[tone])}>
      {Icon && <Icon className={styles.icon} aria-hidden="true" />}
      {children}
    </span>
  )
}
