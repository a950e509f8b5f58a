import { useId, useState } from 'react'
import type { DraftEditing } from '../../../src/domain/clouds/manifest.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { FieldError } from '../../shared/ui/ErrorSummary.tsx'
import type { Draft } from '../parts/request-api.ts'
import { letterOf, refusedZone, zonesOf, type Zone } from './draft-zones.ts'

type Refusals = { subject?: string; zones: Readonly<Record<number, string>> }

const nothingRefused: Refusals = { zones: {} }

export type LetterState = {
  subject: string
  zones: readonly Zone[]
  text: string
  isChanged: boolean
  setSubject: (subject: string) => void
  setZone: (at: number, text: string) => void
  /** What is on screen is what the server has now. */
  settle: () => void
  /** Back to what the server has. */
  restore: () => void
  refusals: Refusals
  /** Takes what the server refused; true where it was about the letter. */
  refuse: (error: unknown) => boolean
  errors: readonly FieldError[]
  subjectId: string
  zoneId: (at: number) => string
}

/** A letter being edited. `version` changes when the server has another one, such as a reminder: unchanged letters follow it. */
export function useLetter(draft: Draft, version: string | number, editing: DraftEditing): LetterState {
  const { t } = useText()
  const prefix = useId()
  const [base, setBase] = useState(() => startOf(draft, editing))
  const [now, setNow] = useState(base)
  const [seen, setSeen] = useState(version)
  const [refusals, setRefusals] = useState<Refusals>(nothingRefused)
  const isChanged = now.subject !== base.subject || letterOf(now.zones) !== letterOf(base.zones)

  if (seen !== version) {
    setSeen(version)
    if (!isChanged) {
      const fresh = startOf(draft, editing)
      setBase(fresh)
      // Own writing keeps its blank lines while it is the same letter.
      if (letterOf(fresh.zones) !== letterOf(now.zones) || fresh.subject !== now.subject) setNow(fresh)
    }
  }

  const subjectId = `${prefix}subject`
  const zoneId = (at: number): string => `${prefix}${at}`
  const names = now.zones.map((_, at) => t(at < now.zones.findIndex(({ kind }) => kind === 'link') ? 'requests.draft.beforeLink' : 'requests.draft.afterLink'))
  return {
    ...now,
    text: letterOf(now.zones),
    isChanged,
    setSubject(subject) {
      setNow((before) => ({ ...before, subject }))
      setRefusals(({ zones }) => ({ zones }))
    },
    setZone(at, text) {
      setNow(({ subject, zones }) => ({ subject, zones: zones.map((zone, place) => (place === at ? { ...zone, text } : zone)) }))
      setRefusals(({ zones: { [at]: _gone, ...zones }, subject }) => ({ ...(subject && { subject }), zones }))
    },
    settle: () => setBase(now),
    restore() {
      setNow(base)
      setRefusals(nothingRefused)
    },
    refusals,
    refuse(error) {
      if (!isProblem(error, 'draftRefused')) return false
      setRefusals(refusalsOf(error.details, error.detail ?? error.title, now.zones))
      return true
    },
    errors: [
      ...(refusals.subject ? [{ fieldId: subjectId, label: t('requests.draft.subject'), error: refusals.subject }] : []),
      ...Object.entries(refusals.zones).map(([at, error]) => ({ fieldId: zoneId(Number(at)), label: names[Number(at)] ?? '', error })),
    ],
    subjectId,
    zoneId,
  }
}

const startOf = (draft: Draft, editing: DraftEditing) => ({ subject: draft.subject, zones: zonesOf(draft.paragraphs, editing) as readonly Zone[] })

/** The server names its first reason in words; which part it is about is told from the reason. */
function refusalsOf(details: Readonly<Record<string, unknown>>, text: string, zones: readonly Zone[]): Refusals {
  const code = String(details.reason ?? '')
  if (code === 'subjectMissing') return { subject: text, zones: {} }
  return { zones: { [refusedZone(zones, code)]: text } }
}
