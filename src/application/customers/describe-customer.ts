import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import type { Language } from '../../language/languages.ts'
import { type CreatedAdministrator, createdAdministrator, registrationNumberOf } from '../../store/created-customer-store.ts'
import { latestEndRequest } from '../../store/end-request-store.ts'
import { grantsBetween, type UsedPrivilegeGrant } from '../../store/privilege-store.ts'
import { relationshipsBetween } from '../../store/reseller-relationship-store.ts'
import { soldServicesOf } from '../../store/sold-services-store.ts'
import { agreementOf } from '../agreements/agreement-status.ts'
import type { Work } from '../use-case.ts'
import { isRemovedThroughProvider, verdictOn } from './customer-rights.ts'
import { ownResponsibilities } from './own-responsibilities.ts'

export type DescribedCustomer = Awaited<ReturnType<typeof describeCustomer>>

/** The page Customer → Account (F.1): ids, company, bills, agreement, privileges; for a removed customer what remains. */
export async function describeCustomer(work: Work, account: CustomerAccount, reader: Language) {
  const { trx, person, now } = work
  const { customerId } = account
  const [agreement, grants, relationships, endRequest, administrator, registrationNumber, sold] = await Promise.all([
    agreementOf(work, account, reader),
    grantsBetween(trx, person.tenantId, customerId),
    relationshipsBetween(trx, person.tenantId, customerId),
    latestEndRequest(trx, person.tenantId, customerId),
    createdAdministrator(trx, customerId),
    registrationNumberOf(trx, person.tenantId, customerId),
    soldServicesOf(trx, customerId, now),
  ])
  const openEnd = endRequest?.status === 'asked' ? endRequest : undefined
  return {
    customerId,
    companyName: account.companyName,
    primaryDomain: account.primaryDomain,
    country: account.country,
    registrationNumber,
    cloud: person.cloud,
    relatedSince: account.relatedSince.toISOString(),
    channels: account.channels,
    tags: account.tags,
    billing: account.billing,
    agreement,
    administrator: administrator ? describeAdministrator(administrator) : null,
    privileges: grants.map((grant) => describePrivilege(work, grant, reader)),
    responsibilities: ownResponsibilities(work, { relationships, grants, sold }, reader),
    endRequest: openEnd
      ? {
          id: openEnd.id,
          status: openEnd.status,
          reason: openEnd.reason,
          askedAt: openEnd.askedAt.toISOString(),
          answerDueAt: openEnd.answerDueAt.toISOString(),
        }
      : null,
    removed: account.endedAt === null ? null : { at: account.endedAt.toISOString() },
    version: account.version,
    can: openTo(work, account, { isEndAsked: openEnd !== undefined, isAwaited: administrator?.status === 'invited' }),
  }
}

/** What the partner holds there now, with its last use; also after a removal that left it in force [S1.48]. */
export async function describePrivileges(work: Work, customerId: string, reader: Language) {
  const grants = await grantsBetween(work.trx, work.person.tenantId, customerId)
  return grants.map((grant) => describePrivilege(work, grant, reader))
}

function describePrivilege({ manifest }: Work, { service, grantedAt, lastUsedAt }: UsedPrivilegeGrant, reader: Language) {
  const known = manifest.services.find(({ id }) => id === service)
  return {
    service,
    serviceName: known ? localName(known.name, reader) : service,
    grantedAt: grantedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    adminPortalName: known ? localName(known.adminPortalName, reader) : service,
  }
}

/** The first administrator of a customer that this partner created: whether it ever came, and how long it still may. */
function describeAdministrator({ userPrincipalName, status, temporaryPasswordUntil }: CreatedAdministrator) {
  return { userPrincipalName, hasJoined: status !== 'invited', temporaryPasswordUntil: temporaryPasswordUntil?.toISOString() ?? null }
}

function openTo(work: Work, { customerId, endedAt }: CustomerAccount, { isEndAsked, isAwaited }: { isEndAsked: boolean; isAwaited: boolean }): string[] {
  if (endedAt !== null) return []
  const may = (action: Parameters<typeof verdictOn>[2]) => verdictOn(work, customerId, action).allowed
  return [
    ...(may('customer.updateAccount') ? ['updateAccount'] : []),
    ...(may('customer.remove') && !isRemovedThroughProvider(work) ? ['remove'] : []),
    ...(isAwaited && may('customer.reissueCredentials') ? ['reissueCredentials'] : []),
    ...(may('agreement.attest') ? ['attestAgreement'] : []),
    ...(isEndAsked && may('customer.answerEnd') ? ['answerEnd'] : []),
    ...(may('organization.read') ? ['readOrganization'] : []),
    ...(may('directoryUser.list') ? ['listUsers'] : []),
    ...(work.manifest.customerUsersInPartnerPortal && may('directoryUser.create') ? ['createUsers'] : []),
    ...(may('directoryUser.readLicenses') ? ['readLicenses'] : []),
    ...(work.manifest.customerUsersInPartnerPortal && may('directoryUser.assignLicenses') ? ['assignLicenses'] : []),
    ...(work.manifest.customerUsersInPartnerPortal && may('directoryUser.export') ? ['exportUsers'] : []),
  ]
}
