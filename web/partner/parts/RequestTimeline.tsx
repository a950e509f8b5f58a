import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import type { RelationshipRequest } from './request-api.ts'
import { VisitLine } from './VisitLine.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    position: 'relative',
    padding: '0 0 16px 22px',
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '::before': { content: '""', position: 'absolute', left: '3px', top: '6px', width: '9px', height: '9px', borderRadius: '50%', backgroundColor: tokens.colorCompoundBrandBackground },
    ':not(:last-child)::after': { content: '""', position: 'absolute', left: '7px', top: '19px', bottom: '-3px', width: '1px', backgroundColor: tokens.colorNeutralStroke1 },
    ':last-child': { paddingBottom: 0 },
  },
  at: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The end of a withdrawn request has no time of its own. */
type Step = { at: string | null; key: string; words: ReactNode }

/** Everything that happened to a request, oldest first. */
export function RequestTimeline({ request }: { request: RelationshipRequest }) {
  const styles = useStyles()
  return (
    <ol className={styles.list}>
      {useSteps(request).map(({ at, key, words }) => (
        <li key={key} className={styles.step}>
          {words}
          {at !== null && (
            <span className={styles.at}>
              <DateText at={at} as="dateTime" />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function useSteps(request: RelationshipRequest): readonly Step[] {
  const { t } = useText()
  const { createdBy, answeredAt, status } = request
  const facts: readonly [string | null, string][] = [
    [request.createdAt, t('requests.step.created', { name: createdBy?.displayName ?? t('requests.erased') })],
    [request.sharedAt, t('requests.step.shared')],
    [request.remindedAt, t('requests.step.reminded')],
    [request.freshLinkAskedAt, t('requests.step.freshLinkAsked')],
    [answeredAt, t(status === 'declined' ? 'requests.step.declined' : 'requests.step.accepted')],
    [status === 'expired' ? request.validUntil : null, t('requests.step.expired')],
  ]
  const steps: Step[] = facts.flatMap(([at, words]) => (at === null ? [] : { at, key: words, words }))
  const visits = request.visits.map((visit): Step => ({ at: visit.at, key: visit.id, words: <VisitLine visit={visit} /> }))
  const end: readonly Step[] = status === 'withdrawn' ? [{ at: null, key: 'withdrawn', words: t('requests.step.withdrawn') }] : []
  return [...[...steps, ...visits].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? '')), ...end]
}
