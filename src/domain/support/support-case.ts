import type { TransitionTable } from '../transition.ts'

/** open: waits for the operator; answered: waits for who asked; closed: nobody waits. */
export type SupportCaseStatus = 'open' | 'answered' | 'closed'

export const supportCaseStatuses = ['open', 'answered', 'closed'] as const

/** What a case is about, by id; both are things that the asking organization itself can see. */
export const supportSubjects = ['relationshipRequest', 'relationship'] as const
export type SupportSubject = (typeof supportSubjects)[number]

/** Whoever asked writes on, also after the case was closed, which opens it again. */
export const supportCaseTransitions = {
  write: { from: ['open', 'answered', 'closed'], to: 'open' },
  answer: { from: ['open', 'answered'], to: 'answered' },
  close: { from: ['open', 'answered'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
} as const satisfies TransitionTable<SupportCaseStatus>

/** A conversation, not an archive: who needs more opens another case. */
export const mostMessages = 200

export interface SupportCase {
  readonly id: string
  readonly tenantId: string
  readonly openedBy: string
  readonly subject: string
  readonly about: { readonly type: SupportSubject; readonly id: string } | null
  readonly status: SupportCaseStatus
  readonly openedAt: Date
  readonly changedAt: Date
}

export interface SupportMessage {
  readonly id: string
  readonly at: Date
  readonly by: 'asker' | 'operator'
  readonly personId: string
  readonly text: string
}
