import type { Actor, PersonActor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { type Action, permissionOf } from '../domain/permissions.ts'
import { decide } from '../domain/rights.ts'
import type { Transaction } from '../store/database.ts'
import { type HeldRights, holdRights, holdStanding } from '../store/rights-store.ts'
import type { Environment } from './environment.ts'

export interface Judged {
  readonly rights: HeldRights
  readonly through: 'role' | 'relationship' | 'privileges'
}

interface Question {
  readonly env: Environment
  readonly trx: Transaction
  readonly action: Action
  readonly actor: Actor
  readonly customerId: string | undefined
  readonly endsRights: boolean
  readonly now: Date
}

/**
 * Asks relationship, grant and standing inside the transaction, holding them. A customer with whom the partner has
 * nothing to do answers like one that does not exist (decision 11); one it has is told why.
 */
export async function judge({ env, trx, action, actor, customerId, endsRights }: Question): Promise<Judged | undefined> {
  if (actor.kind !== 'person') return undefined
  const permission = permissionOf(action)
  const target = customerId ?? actor.tenantId
  // Nobody is a customer of their own: one's own organization has addresses of its own.
  if (customerId === actor.tenantId) throw notThere()
  const isOwn = target === actor.tenantId
  const asksStanding = permission.partnerMustBe !== undefined || permission.deniedAs !== undefined
  if (isOwn && !(asksStanding && actor.partnerKinds.length > 0)) {
    return requireAllowed(env, actor, { action, target })
  }
  const rights = isOwn
    ? { ...(await holdStanding(trx, actor.tenantId)), relationship: 'none' as const, privilegedServices: [] }
    : await holdRights(trx, actor.tenantId, target, endsRights ? 'forUpdate' : 'forShare')
  if (!isOwn && rights.relationship === 'none' && rights.privilegedServices.length === 0) throw notThere()
  return requireAllowed(env, actor, { action, target, rights })
}

function requireAllowed(
  env: Environment,
  actor: PersonActor,
  { action, target, rights }: { action: Action; target: string; rights?: HeldRights },
): Judged | undefined {
  const manifest = env.manifestOf(actor.cloud)
  const verdict = decide(actor, action, target, {
    ...(rights?.partnerStatus && { partner: { status: rights.partnerStatus, inDebt: rights.inDebt, hasSigned: rights.hasSigned } }),
    roleDenials: manifest.roleDenials,
    debtBlocksRequests: manifest.debtBlocksRequests,
    ...(rights && { relationship: rights.relationship, privilegedServices: rights.privilegedServices }),
  })
  if (!verdict.allowed) {
    if (verdict.reason === 'noRelationship') throw notThere()
    throw new DomainError('notAllowed', `${action} is refused: ${verdict.reason}.`, { reason: verdict.reason, action })
  }
  return rights && { rights, through: verdict.through }
}

function notThere(): DomainError {
  return new DomainError('notFound', 'No such customer.')
}
