import { mostMessages, type SupportCase, supportCaseTransitions, type SupportMessage } from '../../domain/support/support-case.ts'
import { openTransitions } from '../../domain/transition.ts'
import { namesOfPeople } from '../../store/activity-store.ts'
import { tenantNames } from '../../store/operator-store.ts'
import { messagesOf } from '../../store/support-store.ts'
import type { Work } from '../use-case.ts'

export interface ShownCase extends SupportCase {
  /** null once erased */
  readonly openedByName: string | null
  /** null where the reader does not see the organization, which for its own people is never asked */
  readonly tenantName: string | null
  readonly can: readonly string[]
}

export interface ShownMessage extends SupportMessage {
  readonly authorName: string | null
}

export interface WholeCase extends ShownCase {
  readonly messages: readonly ShownMessage[]
}

/** As who asked reads it, or as the operator does: the acts differ. */
type Side = 'asker' | 'operator'

const acts: Readonly<Record<Side, readonly string[]>> = { asker: ['write', 'close'], operator: ['answer', 'close', 'reopen'] }

export async function showCases(work: Work, cases: readonly SupportCase[], side: Side): Promise<ShownCase[]> {
  const [people, tenants] = await Promise.all([
    namesOfPeople(work.trx, cases.map(({ openedBy }) => openedBy)),
    tenantNames(work.trx, cases.map(({ tenantId }) => tenantId)),
  ])
  return cases.map((one) => ({
    ...one,
    openedByName: people.get(one.openedBy)?.displayName ?? null,
    tenantName: tenants.get(one.tenantId) ?? null,
    can: openTransitions(supportCaseTransitions, one.status).filter((act) => acts[side].includes(act)),
  }))
}

export async function showWholeCase(work: Work, one: SupportCase, side: Side): Promise<WholeCase> {
  const messages = await messagesOf(work.trx, one.id)
  const [[shown], people] = await Promise.all([showCases(work, [one], side), namesOfPeople(work.trx, messages.map(({ personId }) => personId))])
  const isFull = messages.length >= mostMessages
  return {
    ...shown!,
    can: shown!.can.filter((act) => !isFull || (act !== 'write' && act !== 'answer')),
    messages: messages.map((message) => ({ ...message, authorName: people.get(message.personId)?.displayName ?? null })),
  }
}
