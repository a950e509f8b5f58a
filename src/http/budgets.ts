import type { FastifyRequest } from 'fastify'
import type { Environment } from '../application/environment.ts'
import { limitsOf } from '../application/limits.ts'
import { isKnownAddress } from '../application/sign-in/known-address.ts'
import { type RateBudget, rateBudgets } from '../security/rate-budgets.ts'
import type { Charge, RateSubject } from '../security/rate-limits.ts'

/** Only wrong passwords, codes and secrets add up: the charge is given back when the act succeeds. */
const onlyFailures: ReadonlySet<string> = new Set<RateBudget>(['signIn', 'passkeySignIn', 'secondFactor', 'stepUp', 'oneTimeSecret', 'connectorAnswer', 'setUp'])

/** Charged where the effect is, inside the use case (`withinBudget`); here only the ordinary budget is. */
const chargedWithin: ReadonlySet<string> = new Set<RateBudget>(['personInvitation', 'requestMail', 'mailChange'])

/**
 * Charges the entry's request budget, or the ordinary one: the address of a visitor, person and tenant of somebody who is
 * signed in (rule R39). Throws `tooManyRequests`. What it gives back is to be refunded once the act succeeded.
 */
export async function chargeBudget(env: Environment, budget: string | undefined, request: FastifyRequest): Promise<Charge | undefined> {
  const named = budget && !chargedWithin.has(budget) ? budget : request.actor.kind === 'person' ? 'api' : 'anonymous'
  if (!Object.hasOwn(rateBudgets, named)) throw new Error(`there is no budget ${named}`)
  const charge = await limitsOf(env).consume(named as RateBudget, await subjectOf(env, named, request))
  return onlyFailures.has(named) ? charge : undefined
}

async function subjectOf(env: Environment, budget: string, request: FastifyRequest): Promise<RateSubject> {
  const { actor } = request
  const address = request.ip
  const person = actor.kind === 'person' ? actor : request.session?.person
  const account = textOf(request.body, 'userPrincipalName').trim().toLowerCase()
  return {
    address,
    account,
    // Without a person an address stands in: such a request is refused next, and must not count for nothing.
    personId: person?.personId ?? `visitor at ${address}`,
    tenantId: person?.tenantId ?? `visitor at ${address}`,
    recipient: textOf(request.body, 'mail').trim().toLowerCase(),
    occasion: `${request.routeOptions.url ?? ''} ${textOf(request.body, 'secret')}`,
    ...(budget === 'signIn' && { isKnownAddress: await isKnownAddress(env, account, address) }),
  }
}

function textOf(body: unknown, name: string): string {
  const value = (body as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}
