import { createHash } from 'node:crypto'
import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { accessRemoved, removePartnership as remove } from '../../domain/partnerships/decide.ts'
import type { Partnership } from '../../domain/partnerships/partnership.ts'
import { withdraw } from '../../domain/relationship-requests/decide.ts'
import { effectiveStatus, isAwaiting } from '../../domain/relationship-requests/relationship-request.ts'
import { type Language, languages } from '../../language/languages.ts'
import { removalText } from '../../language/removal-text.ts'
import { endGrants, lockGrants } from '../../store/privilege-store.ts'
import { lockOpenJointRequests, saveRequest } from '../../store/relationship-request-store.ts'
import { withdrawWaitingWith } from '../creation-requests/answer-creation-request.ts'
import type { Statement } from '../customers/removal-statement.ts'
import { endContactsOfPartnership } from '../support/leave-support.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { findOwnPartnership, lockOwnPartnership, settlePartnership } from './own-partnership.ts'

export interface PartnershipRemoval {
  readonly id: string
  readonly statementSha256: string
  /** also end the provider's access to the reseller's own organization */
  readonly endAccess: boolean
  readonly reason: string | null
  readonly reader: Language
}

/** What removing would end and keep; changes nothing. */
export const previewPartnershipRemoval: UseCase<{ readonly id: string; readonly reader: Language }, { readonly statement: Statement; readonly noticeNote: string; readonly whatStops: readonly string[] }> = {
  action: 'partnership.list',

  async run(work, { id, reader }) {
    await findOwnPartnership(work, id)
    const say = (text: Parameters<typeof removalText>[1]) => removalText(reader, text)
    return {
      statement: partnershipStatement(work.manifest, reader),
      noticeNote: say('partnershipNoNotice'),
      whatStops: [say('partnershipStopsJoint'), say('partnershipKeepsCustomers'), say('partnershipKeepsPrivileges')],
    }
  },
}

/**
 * Either side ends the partnership: customers and their privileges stay as they are, no notice goes to them (D.3). Joint
 * requests that wait for an answer end with it, and so do creation requests. Order of the locks: requests, partnership, grants.
 */
export const removePartnership: UseCase<PartnershipRemoval, DescribedPartnership> = {
  action: 'partnership.remove',

  async run(work, { id, statementSha256, endAccess, reason, reader }) {
    const { person, now, manifest } = work
    const found = await findOwnPartnership(work, id)
    requireShown(manifest, statementSha256)
    const withdrawnBefore = await withdrawJointRequests(work, found)
    await withdrawCreationRequests(work, found)
    const partnership = await lockOwnPartnership(work, id)
    await withdrawCreationRequests(work, partnership)
    // Once more: a request that was under way held the partnership until now.
    const requestsWithdrawn = withdrawnBefore + (await withdrawJointRequests(work, partnership))
    const accessEnded = endAccess ? await endAccessOf(work, partnership, 'removedWithPartnership') : []
    const end = { tenantId: person.tenantId, personId: person.personId, reason, statementSha256, accessEnded, requestsWithdrawn }
    const saved = await settlePartnership(work, remove(partnership, end, now))
    if (partnership.resellerId !== null) await endContactsOfPartnership(work, { providerId: partnership.providerId, resellerId: partnership.resellerId })
    return describePartnership(work, saved, { reader, withWords: false })
  },
}

/** The reseller strips the access that authorising gave (S4.L1.2), during the partnership or after it. */
export const removeProviderAccess: UseCase<{ readonly id: string; readonly reader: Language }, DescribedPartnership> = {
  action: 'partnership.removeAccess',

  async run(work, { id, reader }) {
    const partnership = await lockOwnPartnership(work, id)
    if (partnership.resellerId !== work.person.tenantId) throw new DomainError('notFound', 'No such partnership.')
    const services = await endAccessOf(work, partnership, 'removedByReseller')
    if (services.length === 0) throw new DomainError('invalidTransition', 'The provider has no access.', { reason: 'privilegesNotHeld' })
    await work.record(accessRemoved(partnership, services))
    return describePartnership(work, partnership, { reader, withWords: false })
  },
}

/** Every act under the access holds its grants for share: when this is answered, no later act exists (rule R10). */
async function endAccessOf({ trx, person, now }: Work, { providerId, resellerId }: Partnership, reason: string): Promise<string[]> {
  const held = await lockGrants(trx, providerId, resellerId!)
  return endGrants(trx, { partnerId: providerId, customerId: resellerId!, services: held.map(({ service }) => service) }, { at: now, by: person.personId, reason })
}

async function withdrawCreationRequests(work: Work, { providerId, resellerId }: Partnership): Promise<void> {
  if (resellerId !== null) await withdrawWaitingWith(work, { providerId, resellerId })
}

async function withdrawJointRequests({ trx, now, record }: Work, { providerId, resellerId }: Partnership): Promise<number> {
  if (resellerId === null) return 0
  const requests = await lockOpenJointRequests(trx, resellerId, providerId)
  const open = requests.filter((request) => isAwaiting(effectiveStatus(request, now)))
  for (const request of open) {
    const { next, event } = withdraw(request, 'partnershipRemoved', now)
    await saveRequest(trx, next)
    await record(event)
  }
  return open.length
}

function partnershipStatement(manifest: CapabilityManifest, language: Language): Statement {
  const text = removalText(language, 'partnershipStatement', { operator: localName(manifest.operatorName, language) })
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** The statement must be one that is shown today, in whichever language it was read. */
function requireShown(manifest: CapabilityManifest, sha256: string): void {
  if (languages.some((language) => partnershipStatement(manifest, language).sha256 === sha256)) return
  throw new DomainError('removalBlocked', 'The statement is another one by now.', { reason: 'statementChanged' })
}
