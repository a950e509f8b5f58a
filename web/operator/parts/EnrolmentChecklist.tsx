import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular, ErrorCircleFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { OperatorEnrolment } from './operator-api.ts'

export type EnrolmentStep = OperatorEnrolment['steps'][number]

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '12px 0 0', padding: 0 },
  step: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: '12px', padding: '14px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  icon: { fontSize: '22px', lineHeight: '22px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  about: { overflowWrap: 'anywhere' },
  act: { marginTop: '8px' },
})

const looks = { done: { tone: 'good', icon: CheckmarkCircleFilled }, open: { tone: 'waiting', icon: CircleRegular }, refused: { tone: 'bad', icon: ErrorCircleFilled } } as const

/** What enrolment needs, with who did it, when and how; beside each open step what to do about it. */
export function EnrolmentChecklist({ steps, actOf }: { steps: readonly EnrolmentStep[]; actOf: (step: EnrolmentStep) => ReactNode }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <ol className={styles.list}>
      {steps.map((step) => {
        const { tone, icon: Icon } = looks[step.status]
        const act = actOf(step)
        return (
          <li key={step.step} className={styles.step}>
            <Icon className={mergeClasses(styles.icon, step.status !== 'open' && styles[step.status])} aria-hidden="true" />
            <div>
              <div className={styles.head}>
                <span className={styles.title}>{t(`console.step.${step.step}`)}</span>
                <StatusBadge tone={tone}>{t(`console.status.${step.status}`)}</StatusBadge>
              </div>
              <div className={styles.about}>
                <About step={step} />
              </div>
              {act && <div className={styles.act}>{act}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function About({ step: { step, status, at, by, how, note } }: { step: EnrolmentStep }) {
  const { t, has } = useText()
  const formats = useFormats()
  const key = `console.how.${how ?? ''}`
  const way = has(key) ? t(key as 'console.how.recorded') : ''
  const done = at && (by ? t('console.doneBy', { at: formats.date(at), by, how: way }) : t('console.doneAt', { at: formats.date(at), how: way }))
  return (
    <>
      <QuietText>{status === 'done' ? (done ?? way) : t(`console.stepHint.${step}`)}</QuietText>
      {note && <QuietText>{t('operator.noteOf', { note })}</QuietText>}
    </>
  )
}
