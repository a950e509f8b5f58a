import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CloudService } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { countPeopleOf, findAccount } from '../../store/customer-account-store.ts'
import { countAssigned } from '../../store/license-store.ts'
import { countPrivilegeUse } from '../../store/rights-store.ts'
import { grantsBetween } from '../../store/privilege-store.ts'
import { agreementOf } from '../agreements/agreement-status.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { servicesOfCustomer } from './customer-services.ts'
import { verdictOn } from './customer-rights.ts'

export type CustomerRecord = Awaited<ReturnType<typeof describeRecord>>

/** What the arrow beside the name opens [S0.24]: account, services, users and licenses, each as far as this person may see it. */
export const readCustomerRecord: UseCase<{ readonly customerId: string; readonly reader: Language }, CustomerRecord> = {
  action: 'customer.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    return describeRecord(work, customerId, reader)
  },
}

async function describeRecord(work: Work, customerId: string, reader: Language) {
  const { trx, person, manifest } = work
  const account = await findAccount(trx, person.tenantId, customerId)
  if (!account) throw new DomainError('notFound', 'No such customer.')
  const [agreement, grants] = await Promise.all([agreementOf(work, account, reader), grantsBetween(trx, person.tenantId, customerId)])
  const grantOn = new Map(grants.map((grant) => [grant.service, grant]))
  return {
    account: {
      tenantId: customerId,
      primaryDomain: account.primaryDomain,
      country: account.country,
      relatedSince: account.relatedSince.toISOString(),
      agreementStatus: agreement.status,
    },
    services: await servicesOfCustomer(work, { customerId, grants }, reader),
    users: await knownUsers(work, customerId, reader),
    licenses: await knownLicenses(work, customerId, reader),
    adminPortals: manifest.services.map((service) => describePortal(work, { customerId, service, isHeld: grantOn.has(service.id), reader })),
  }
}

/** How many people the customer's directory has: seen with privileges only, and counted as a use of them. */
async function knownUsers(work: Work, customerId: string, reader: Language) {
  const { trx, person, held, now } = work
  const verdict = verdictOn(work, customerId, 'directoryUser.list')
  if (!verdict.allowed) return { known: null, ...explain(reader, verdict.reason === 'noPrivileges' ? 'usersNeedPrivileges' : reasonShown(verdict.reason)) }
  const known = await countPeopleOf(trx, customerId)
  await countPrivilegeUse(trx, {
    partnerId: person.tenantId,
    customerId,
    services: held!.privilegedServices,
    personId: person.personId,
    action: 'directoryUser.list',
    at: now,
  })
  return { known, reasonCode: null, reasonText: null }
}

/** How many licenses are assigned: as users, with privileges only. */
async function knownLicenses(work: Work, customerId: string, reader: Language) {
  const verdict = verdictOn(work, customerId, 'directoryUser.readLicenses')
  if (!verdict.allowed) return { known: null, ...explain(reader, verdict.reason === 'noPrivileges' ? 'licensesNeedPrivileges' : reasonShown(verdict.reason)) }
  return { known: await countAssigned(work.trx, customerId), reasonCode: null, reasonText: null }
}

interface Portal {
  readonly customerId: string
  readonly service: CloudService
  readonly isHeld: boolean
  readonly reader: Language
}

/** The portal of the service, in which the partner works on the customer's behalf [S0.L1.2]; only with privileges on that very service [S0.4]. */
function describePortal(work: Work, { customerId, service, isHeld, reader }: Portal) {
  const verdict = verdictOn(work, customerId, 'organization.read')
  const reason = !isHeld ? 'noPrivilegesOnService' : verdict.allowed ? null : reasonShown(verdict.reason)
  return {
    service: service.id,
    name: localName(service.adminPortalName, reader),
    canOpen: reason === null,
    ...(reason === null ? { reasonCode: null, reasonText: null } : explain(reader, reason)),
  }
}

/** For this page a missing role means: one that acts for customers. */
function reasonShown(reason: string): string {
  return reason === 'roleMissing' ? 'portalRoleMissing' : reason
}
