import { DomainError } from '../../domain/errors.ts'
import { mostMessages, type SupportCase, supportCaseTransitions } from '../../domain/support/support-case.ts'
import { transition } from '../../domain/transition.ts'
import { insertMessage, messagesOf, saveCase } from '../../store/support-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { Work } from '../use-case.ts'
import { showWholeCase, type WholeCase } from './shown-case.ts'

/** One more message in a case that is held; who writes decides who waits next. */
export async function addMessage(work: Work, one: SupportCase, { act, text }: { readonly act: 'write' | 'answer'; readonly text: string }): Promise<WholeCase> {
  const { trx, now, person } = work
  const side = act === 'write' ? 'asker' : 'operator'
  const next = { ...one, status: transition(supportCaseTransitions, one.status, act), changedAt: now }
  if ((await messagesOf(trx, one.id)).length >= mostMessages) throw new DomainError('invalidTransition', 'The case is full.', { reason: 'caseFull' })
  await insertMessage(trx, one, { id: work.newId(), at: now, by: side, personId: person.personId, text })
  await saveCase(trx, next)
  await recordForOperators(work, { type: act === 'write' ? 'supportCase.written' : 'supportCase.answered', resource: { type: 'supportCase', id: one.id }, readers: [{ tenantId: one.tenantId }] })
  return showWholeCase(work, next, side)
}
