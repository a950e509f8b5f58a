import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CustomerAccount } from '../../domain/customers/customer-account.ts'
import type { Language } from '../../language/languages.ts'
import { latestEndRequest } from '../../store/end-request-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { grantsBetween } from '../../store/privilege-store.ts'
import { signedAgreements } from '../../store/signature-store.ts'
import { agreementForCustomer } from '../agreements/agreement-for-customer.ts'
import type { Work } from '../use-case.ts'
import { isRemovedThroughProvider, verdictOn } from './customer-rights.ts'

export type DescribedCustomer = Awaited<ReturnType<typeof describeCustomer>>

/** The page Customer → Account (F.1): ids, company, bills, agreement, privileges; for a removed customer what remains. */
export async function describeCustomer(work: Work, account: CustomerAccount, reader: Language) {
  const { trx, person } = work
  const { customerId } = account
  const [agreement, privileges, endRequest] = await Promise.all([
    agreementOf(work, account),
    describePrivileges(work, customerId, reader),
    latestEndRequest(trx, person.tenantId, customerId),
  ])
  const openEnd = endRequest?.status === 'asked' ? endRequest : undefined
  return {
    customerId,
    companyName: account.companyName,
    primaryDomain: account.primaryDomain,
    country: account.country,
    cloud: person.cloud,
    relatedSince: account.relatedSince.toISOString(),
    channels: account.channels,
    tags: account.tags,
    billing: account.billing,
    agreement,
    privileges,
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
    can: openTo(work, account, openEnd !== undefined),
  }
}

/** What the partner holds there now, with its last use; also after a removal that left it in force [S1.48]. */
export async function describePrivileges(work: Work, customerId: string, reader: Language) {
  const grants = await grantsBetween(work.trx, work.person.tenantId, customerId)
  return grants.map(({ service, grantedAt, lastUsedAt }) => {
    const known = work.manifest.services.find(({ id }) => id === service)
    return {
      service,
      serviceName: known ? localName(known.name, reader) : service,
      grantedAt: grantedAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      adminPortalName: known ? localName(known.adminPortalName, reader) : service,
    }
  })
}

export type AgreementStatus = 'accepted' | 'missing' | 'notRequired' | 'unknown'

/** Who signed, when, which version, in which language; seen through the relationship, so not after its end. */
export async function agreementOf(work: Work, { customerId, country, endedAt }: CustomerAccount) {
  const { trx, manifest } = work
  const unsigned = { signedAt: null, signerName: null, versionNumber: null, language: null }
  if (manifest.customerAgreement === 'none') return { status: 'notRequired' as AgreementStatus, ...unsigned }
  if (endedAt !== null) return { status: 'unknown' as AgreementStatus, ...unsigned }
  const { standing } = await agreementForCustomer(work, { manifest, country, customerId, languages: [] })
  const [latest] = await signedAgreements(trx, customerId, { most: 1, from: undefined })
  const signer = latest && (await namesOfPeople(trx, [latest.personId])).get(latest.personId)
  return {
    status: (standing === 'unavailable' ? 'missing' : standing) as AgreementStatus,
    signedAt: latest?.signedAt.toISOString() ?? null,
    signerName: signer?.displayName ?? null,
    versionNumber: latest?.number ?? null,
    language: latest?.language ?? null,
  }
}

function openTo(work: Work, { customerId, endedAt }: CustomerAccount, isEndAsked: boolean): string[] {
  if (endedAt !== null) return []
  const may = (action: Parameters<typeof verdictOn>[2]) => verdictOn(work, customerId, action).allowed
  return [
    ...(may('customer.updateAccount') ? ['updateAccount'] : []),
    ...(may('customer.remove') && !isRemovedThroughProvider(work) ? ['remove'] : []),
    ...(isEndAsked && may('customer.answerEnd') ? ['answerEnd'] : []),
    ...(may('organization.read') ? ['readOrganization'] : []),
    ...(may('directoryUser.list') ? ['listUsers'] : []),
  ]
}
