import type { Actor, PersonActor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { noTenant } from '../domain/ids.ts'
import { permissionOf } from '../domain/permissions.ts'
import { isSteppedUp, mightAllow } from '../domain/rights.ts'
import { appendEvent, appendSilentEvents } from '../store/event-store.ts'
import { claimKey, type IdempotentAct, rememberAnswer, type RememberedAnswer } from '../store/idempotency-store.ts'
import type { RowScope } from '../store/database.ts'
import { countPrivilegeUse } from '../store/rights-store.ts'
import type { Environment } from './environment.ts'
import { open, seal } from '../security/seal.ts'
import { holdActor } from './hold-actor.ts'
import { judge } from './judge.ts'
import { refusalOf, shouldTryAgain } from './store-failures.ts'
import { spanned } from '../telemetry/telemetry.ts'
import type { UseCase, Work } from './use-case.ts'

export type { RememberedAnswer }

export interface Remember<Output> {
  readonly act: Omit<IdempotentAct, 'tenantId' | 'principal' | 'expiresAt'> & { readonly keptForDays: number }
  readonly present: (output: Output) => RememberedAnswer
}

export type Performed<Output> = { readonly output: Output } | { readonly replayed: RememberedAnswer }

/** Who does what: handed on as one thing from the door to the transaction. */
interface Act<Input, Output> {
  readonly useCase: UseCase<Input, Output>
  readonly actor: Actor
  readonly input: Input
}

/**
 * The only door to a use case and the only place that opens transactions: permission first, then state, then change,
 * in one transaction with its event. Roles are asked before it is opened; relationship, grant and clock inside, held.
 */
export async function perform<Input, Output>(
  env: Environment,
  asked: Act<Input, Output>,
  remember?: Remember<Output>,
): Promise<Performed<Output>> {
  const { action } = asked.useCase
  const measures = env.telemetry?.measures
  try {
    const performed = await spanned(env.telemetry, { name: action, attributes: { 'vinculo.action': action } }, () => performAct(env, asked, remember))
    measures?.act(action, 'done')
    return performed
  } catch (error) {
    measures?.act(action, error instanceof DomainError ? 'refused' : 'failed')
    throw error
  }
}

async function performAct<Input, Output>(env: Environment, asked: Act<Input, Output>, remember: Remember<Output> | undefined): Promise<Performed<Output>> {
  let act = asked
  try {
    askRoleTable(env, act)
    if (act.useCase.prepare) act = { ...act, input: await act.useCase.prepare(env, act.actor, act.input) }
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(env, act, remember)
      } catch (error) {
        if (attempt >= 5 || !shouldTryAgain(error)) throw refusalOf(error)
      }
    }
  } catch (error) {
    if (error instanceof DomainError) await keepRefusal(env, act, error)
    throw error
  }
}

/** `perform` for callers without an idempotency key. */
export async function performNow<Input, Output>(
  env: Environment,
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Input,
): Promise<Output> {
  const performed = await perform(env, { useCase, actor, input })
  if ('replayed' in performed) throw new Error('nothing was to be remembered')
  return performed.output
}

function askRoleTable<Input, Output>(env: Environment, { useCase: { action }, actor }: Act<Input, Output>): void {
  const permission = permissionOf(action)
  const roles: readonly string[] = permission.roles
  if (actor.kind === 'system' || roles.includes('visitor')) return
  if (actor.kind === 'visitor') throw new DomainError('notSignedIn', `${action} needs somebody who is signed in.`)
  if (!mightAllow(actor.roles, action)) {
    throw new DomainError('notAllowed', `None of the roles allows ${action}.`, { reason: 'roleMissing', action, allowedRoles: roles })
  }
  // People prove themselves by the real clock, whatever the clock of their sandbox shows.
  if (permission.stepUp && !isSteppedUp(actor, env.clock())) {
    throw new DomainError('stepUpRequired', `${action} needs a recent sign-in.`, { reason: 'stepUpMissing', action })
  }
}

async function attemptOnce<Input, Output>(
  env: Environment,
  act: Act<Input, Output>,
  remember: Remember<Output> | undefined,
): Promise<Performed<Output>> {
  const { useCase, input } = act
  const scope = scopeOf(act)
  return env.database.transaction(scope, async (trx) => {
    const actor = await holdActor(trx, act.actor, useCase)
    const now = momentOf(env, actor)
    const held = await judge({ env, trx, action: useCase.action, actor, customerId: useCase.customer?.(input), endsRights: useCase.endsRights ?? false, now })
    const keyed = remember && idempotentAct(remember, actor, scope, now)
    const replayed = keyed && (await claimKey(trx, keyed, now))
    if (replayed) return { replayed: { ...replayed, answer: openAnswer(env, keyed, replayed.answer) } }
    const output = await useCase.run(workOf({ env, trx, actor, now, held: held?.rights }), input)
    if (held?.through === 'privileges') {
      await countPrivilegeUse(trx, {
        partnerId: (actor as PersonActor).tenantId,
        customerId: useCase.customer!(input),
        services: held.rights.privilegedServices,
        personId: (actor as PersonActor).personId,
        action: useCase.action,
        at: now,
      })
    }
    if (keyed && remember) {
      const given = remember.present(output)
      await rememberAnswer(trx, keyed, { ...given, answer: sealAnswer(env, keyed, given.answer) })
    }
    return { output }
  })
}

/** Some answers carry a secret that is shown once; a copy of the database must not be enough to read it (rule R3). */
function sealAnswer(env: Environment, act: IdempotentAct, answer: unknown): string {
  return seal(env.keyRing, 'rememberedAnswer', placeOf(act), JSON.stringify(answer ?? null)).toString('base64')
}

function openAnswer(env: Environment, act: IdempotentAct, sealed: unknown): unknown {
  return JSON.parse(open(env.keyRing, 'rememberedAnswer', placeOf(act), Buffer.from(String(sealed), 'base64')))
}

function placeOf({ tenantId, principal, route, key }: IdempotentAct): string {
  return JSON.stringify([tenantId, principal, route, key])
}

function workOf({ env, trx, actor, now, held }: Pick<Work, 'env' | 'trx' | 'actor' | 'now' | 'held'>): Work {
  return {
    trx,
    actor,
    now,
    env,
    held,
    newId: env.newId,
    get person() {
      if (actor.kind !== 'person') throw new DomainError('notSignedIn', 'This needs somebody who is signed in.')
      return actor
    },
    get manifest() {
      return env.manifestOf(this.person.cloud)
    },
    record: (event) => appendEvent(trx, event, { actor, now, id: env.newId(), traceparent: env.telemetry?.tracer?.current() }),
    recordMany: (events) => appendSilentEvents(trx, events, { actor, now, newId: env.newId }),
  }
}

function scopeOf<Input, Output>({ useCase, actor, input }: Act<Input, Output>): RowScope {
  const secret = useCase.linkSecret?.(input)
  const link = secret === undefined ? {} : { secret }
  if (actor.kind === 'system') return { tenant: noTenant, scope: 'system', ...link }
  if (actor.kind === 'visitor') return { tenant: noTenant, scope: 'visitor', ...link }
  return { tenant: actor.tenantId, scope: actor.roles.includes('operator') ? 'operator' : 'tenant', ...link }
}

export function momentOf(env: Environment, actor: Actor): Date {
  return new Date(env.clock().getTime() + actor.clockOffset)
}

function idempotentAct<Output>(remember: Remember<Output>, actor: Actor, scope: RowScope, now: Date): IdempotentAct {
  const { keptForDays, ...act } = remember.act
  return {
    ...act,
    tenantId: scope.tenant,
    principal: actor.kind === 'person' ? actor.personId : `${actor.kind} ${scope.secret ?? ''}`,
    expiresAt: new Date(now.getTime() + keptForDays * 86_400_000),
  }
}

/** Doors that stayed shut are events too (house.md 2.10). A failure to write one never hides the refusal. */
async function keepRefusal<Input, Output>(
  env: Environment,
  act: Act<Input, Output>,
  refusal: DomainError,
): Promise<void> {
  const { useCase, actor, input } = act
  const isDenied = refusal.code === 'notAllowed' && actor.kind === 'person'
  if (!isDenied && !useCase.onRefusal) return
  try {
    await env.database.transaction(scopeOf(act), async (trx) => {
      const now = momentOf(env, actor)
      const work = workOf({ env, trx, actor, now, held: undefined })
      if (isDenied) {
        await work.record({
          type: 'act.refused',
          resource: { type: 'person', id: actor.personId },
          readers: [{ tenantId: actor.tenantId }],
          data: { action: useCase.action },
          refused: String(refusal.details.reason ?? refusal.code),
        })
      }
      await useCase.onRefusal?.(work, input, refusal)
    })
  } catch (error) {
    env.log.error({ action: useCase.action, error: String(error) }, 'a refusal could not be recorded')
  }
}

