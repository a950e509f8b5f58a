import type { AcceptancePlan } from '../../domain/invitations/plan.ts'
import { openAccount } from '../../store/customer-account-store.ts'
import { insertGrants } from '../../store/privilege-store.ts'
import { insertRelationship } from '../../store/reseller-relationship-store.ts'
import type { Work } from '../use-case.ts'
import type { Invitation } from './load-invitation.ts'

export interface FormedTies {
  /** null where only privileges were given */
  readonly relationshipId: string | null
  readonly services: readonly string[]
}

interface Agreed {
  readonly plan: AcceptancePlan
  readonly signatureId: string | null
}

/** Writes what was planned: relationships, the customer on each partner's list, privileges; each with its event. */
export async function carryOut(work: Work, invitation: Invitation, { plan, signatureId }: Agreed): Promise<FormedTies> {
  const formed = await formRelationships(work, invitation, { plan, signatureId })
  const services = await grantPrivileges(work, invitation, plan)
  return { relationshipId: formed[0] ?? null, services }
}

async function formRelationships(work: Work, { request, organization }: Invitation, { plan, signatureId }: Agreed): Promise<string[]> {
  const { trx, person, now } = work
  if (plan.relationships.length === 0 || !organization) return []
  const formed: string[] = []
  for (const { partnerId, channel } of plan.relationships) {
    const id = work.newId()
    const origin = request ? 'request' : 'partnerLink'
    await insertRelationship(trx, {
      id,
      partnerId,
      customerId: person.tenantId,
      channel,
      startedAt: now,
      requestId: request?.id ?? null,
      signatureId,
      origin,
    })
    // Before the privileges: they are noted on the account.
    await openAccount(trx, {
      partnerId,
      customerId: person.tenantId,
      companyName: organization.name,
      primaryDomain: organization.primaryDomain,
      country: organization.country,
      channel,
      at: now,
    })
    await work.record({
      type: 'resellerRelationship.formed',
      resource: { type: 'resellerRelationship', id },
      readers: bothSides(partnerId, person.tenantId),
      data: { channel, origin, requestId: request?.id ?? null },
      through: 'link',
    })
    formed.push(id)
  }
  return formed
}

async function grantPrivileges(work: Work, { request }: Invitation, plan: AcceptancePlan): Promise<string[]> {
  const { trx, person, now } = work
  const granted = await insertGrants(
    trx,
    plan.grants.map((grant) => ({
      ...grant,
      id: work.newId(),
      customerId: person.tenantId,
      grantedAt: now,
      grantedBy: person.personId,
      requestId: request?.id ?? null,
    })),
  )
  const [first] = granted
  if (!first) return []
  const services = granted.map(({ service }) => service)
  await work.record({
    type: 'privileges.granted',
    resource: { type: 'privileges', id: first.id },
    readers: bothSides(first.partnerId, person.tenantId),
    data: { services, requestId: request?.id ?? null },
    through: 'link',
  })
  return services
}

/** Both see it, each filed under the other. */
export function bothSides(partnerId: string, customerId: string): { readonly tenantId: string; readonly counterpartId: string }[] {
  return [
    { tenantId: partnerId, counterpartId: customerId },
    { tenantId: customerId, counterpartId: partnerId },
  ]
}
