import { domainName, mailAddress, userPrincipalName } from '../../domain/addresses.ts'
import { countryCode, customerLanguages } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { marketOf } from '../../domain/markets/markets.ts'
import { displayName } from '../../domain/names/name.ts'
import { knownTimeZone } from '../../domain/time-zones.ts'
import type { AssignableRole } from '../../domain/roles.ts'
import { insertPerson, findPersonOf } from '../../store/person-store.ts'
import { findOwnTenant, insertTenant, type Tenant, type TenantDraft } from '../../store/tenant-store.ts'
import { mailInvitation } from '../people/invite-person.ts'
import type { Work } from '../use-case.ts'

export interface TenantInput {
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  readonly language: string
  readonly timeZone: string
  readonly admin: { readonly displayName: string; readonly userPrincipalName: string; readonly mail: string }
}

/** The organization as it will stand, each field in its one form. */
export function checkedTenant(work: Work, input: TenantInput): Pick<TenantDraft, 'cloud' | 'name' | 'country' | 'primaryDomain' | 'language' | 'timeZone'> {
  const country = countryCode(input.country)
  const cloud = knownCloud(work, input.cloud)
  if (!marketOf(work.env.manifestOf(cloud), country)) {
    throw new DomainError('invalidInput', `The cloud ${cloud} has no market in ${country}.`, { reason: 'countryOutsideCloud', field: 'country' })
  }
  if (!(customerLanguages as readonly string[]).includes(input.language)) {
    throw new DomainError('invalidInput', `A language is one of ${customerLanguages.join(', ')}.`, { reason: 'languageUnknown', field: 'language' })
  }
  return {
    cloud,
    name: displayName(input.name),
    country,
    primaryDomain: domainName(input.primaryDomain),
    language: input.language,
    timeZone: knownTimeZone(input.timeZone),
  }
}

export function knownCloud(work: Work, cloud: string): string {
  try {
    return work.env.manifestOf(cloud).id
  } catch {
    throw new DomainError('invalidInput', `There is no cloud ${cloud.slice(0, 40)}.`, { reason: 'cloudUnknown', field: 'cloud' })
  }
}

/** The tenant and its first administrator, who is invited by mail or, where mails do not leave, by a code that is handed out. */
export async function foundTenant(work: Work, draft: TenantDraft, { admin, roles }: { admin: TenantInput['admin']; roles: readonly AssignableRole[] }): Promise<string> {
  const name = userPrincipalName(admin.userPrincipalName)
  if (!name.endsWith(`@${draft.primaryDomain}`)) {
    throw new DomainError('invalidInput', 'The name has to end in the primary domain of the organization.', { reason: 'domainNotOwn', field: 'admin.userPrincipalName' })
  }
  await insertTenant(work.trx, draft)
  const personId = work.newId()
  await insertPerson(work.trx, {
    id: personId,
    tenantId: draft.id,
    userPrincipalName: name,
    displayName: displayName(admin.displayName),
    mail: mailAddress(admin.mail).address,
    language: null,
    roles,
    status: 'invited',
    createdAt: work.now,
  })
  return personId
}

/** After everything the tenant consists of is written: the letter speaks of it. */
export async function inviteFounder(work: Work, tenantId: string, personId: string): Promise<Tenant> {
  const tenant = await findOwnTenant(work.trx, tenantId)
  const person = await findPersonOf(work.trx, tenantId, personId)
  await mailInvitation(work, person, tenant)
  await work.record({ type: 'person.invited', resource: { type: 'person', id: personId }, readers: [{ tenantId }], data: { roles: person.roles } })
  return tenant
}
