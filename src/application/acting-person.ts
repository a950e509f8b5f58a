import type { PersonActor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { findPerson } from '../store/actor-store.ts'
import type { Environment } from './environment.ts'

/** Somebody whose work goes on without them, batch after batch, with the rights they have by then; throws where they are gone. */
export async function actingPerson(env: Environment, personId: string, traceId: string): Promise<PersonActor> {
  const person = await findPerson(env.database, personId, { authenticatedBy: [], steppedUpAt: null })
  if (!person) throw new DomainError('notAllowed', 'Who started it can no longer act.', { reason: 'starterGone' })
  return { ...person, address: null, userAgent: null, traceId }
}

const passing: ReadonlySet<string> = new Set(['busy', 'notReady', 'outcomeUnknown', 'changedMeanwhile', 'tooManyRequests'])

/** The queue tries again later, and the work stays as it is. */
export const passesByItself = ({ code }: DomainError): boolean => passing.has(code)
