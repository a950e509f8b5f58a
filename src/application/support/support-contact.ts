import { DomainError } from '../../domain/errors.ts'
import { effectiveStatus, type Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { findSubscription, holdSubscription } from '../../store/subscription-store.ts'
import { findContact, holdCandidate, saveContact, type StoredContact, type SupportCandidate, supportCandidates } from '../../store/support-contact-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { type ExplainedReason, explain } from '../relationship-requests/explain.ts'
import type { SubscriptionNamed } from '../subscriptions/settle-subscription.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface SupportContact {
  readonly supportTenantId: string
  /** null until the programme gave the contact one */
  readonly supportMpnId: string | null
  readonly name: string
  /** who sold it, because nobody else is named */
  readonly isDefault: boolean
}

export interface ShownSupportContact {
  /** null where another partner sold it and this one is not the contact */
  readonly contact: SupportContact | null
  readonly candidates: readonly SupportCandidate[]
  /** why this person cannot name another; null where they can */
  readonly refusal: ExplainedReason | null
  readonly version: number
}

/** Whom the customer calls for this subscription, and whom the seller may name [S0.L2.7]. */
export const readSupportContact: UseCase<SubscriptionNamed & { readonly reader: Language }, ShownSupportContact> = {
  action: 'subscription.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, subscriptionId, reader }) {
    const subscription = await findSubscription(work.trx, customerId, subscriptionId)
    if (!subscription) throw new DomainError('notFound', 'No such subscription.')
    return shown(work, subscription, reader)
  },
}

export interface SupportContactChange extends SubscriptionNamed {
  /** a candidate, or the seller itself for the default */
  readonly supportTenantId: string
  readonly version: number
  readonly reader: Language
}

/** The seller names a reseller that serves the customer and holds privileges there, or itself again [S0.L2.4-5]. */
export const assignSupportContact: UseCase<SupportContactChange, ShownSupportContact> = {
  action: 'supportContact.assign',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, subscriptionId, supportTenantId, version, reader }) {
    const { trx, person, now } = work
    const seen = await findSubscription(trx, customerId, subscriptionId)
    if (!seen) throw new DomainError('notFound', 'No such subscription.')
    if (seen.partnerId !== person.tenantId) throw refused('notSellerContact')
    // Held, so that a change of the seller comes before or after.
    const subscription = await holdSubscription(trx, customerId, subscriptionId)
    if (subscription?.partnerId !== person.tenantId) throw refused('notSellerContact')
    const before = await findContact(trx, subscriptionRow(subscription))
    if ((before?.version ?? 1) !== version) throw new DomainError('changedMeanwhile', 'The contact changed meanwhile.')
    requirePossible(work, subscription)
    const named = supportTenantId === person.tenantId ? null : await requireCandidate(work, customerId, supportTenantId)
    if ((before?.contactId ?? null) !== (named?.id ?? null)) {
      const next: StoredContact = { ...subscriptionRow(subscription), contactId: named?.id ?? null, changedAt: now, changedBy: person.personId, version }
      if (!(await saveContact(trx, next))) throw new DomainError('changedMeanwhile', 'The contact changed meanwhile.')
      const others = [...new Set([before?.contactId, named?.id])].flatMap((id) => (id ? [{ tenantId: id, counterpartId: customerId }] : []))
      await work.record({
        type: 'supportContact.assigned',
        resource: { type: 'subscription', id: subscriptionId },
        readers: [...bothSides(person.tenantId, customerId), ...others],
        data: { contact: named?.name ?? person.tenantName },
        through: 'relationship',
      })
    }
    return shown(work, subscription, reader)
  },
}

async function requireCandidate({ trx }: Work, customerId: string, id: string): Promise<SupportCandidate> {
  const candidate = await holdCandidate(trx, customerId, id)
  if (!candidate) throw refused('contactNotRelated', 'supportTenantId')
  if (!candidate.hasPrivileges) throw refused('contactWithoutPrivileges', 'supportTenantId')
  return candidate
}

function requirePossible(work: Work, subscription: Subscription): void {
  const reason = reasonAgainst(work, subscription)
  if (reason) throw refused(reason)
}

function reasonAgainst({ manifest, person, now }: Work, subscription: Subscription): string | null {
  if (manifest.designatedSupportContact !== true) return 'supportContactNotInCloud'
  if (subscription.partnerId !== person.tenantId) return 'notSellerContact'
  return effectiveStatus(subscription, now) === 'deleted' ? 'subscriptionEndedContact' : null
}

async function shown(work: Work, subscription: Subscription, reader: Language): Promise<ShownSupportContact> {
  const { trx, person } = work
  const stored = await findContact(trx, subscriptionRow(subscription))
  const isSeller = subscription.partnerId === person.tenantId
  const contactId = stored?.contactId ?? subscription.partnerId
  const verdict = verdictOn(work, subscription.customerId, 'supportContact.assign')
  const reason = reasonAgainst(work, subscription) ?? (verdict.allowed ? null : verdict.reason)
  return {
    contact: isSeller || stored?.contactId === person.tenantId ? await contactNamed(work, contactId, subscription.partnerId) : null,
    candidates: isSeller ? await supportCandidates(trx, subscription.customerId) : [],
    refusal: reason === null ? null : explain(reader, reason),
    version: isSeller ? (stored?.version ?? 1) : 1,
  }
}

/** As far as the transaction may see the partner. */
export async function contactNamed({ trx }: Pick<Work, 'trx'>, id: string, sellerId: string): Promise<SupportContact | null> {
  const [facts] = await partnerFacts(trx, [id])
  return facts ? { supportTenantId: id, supportMpnId: facts.programmeId, name: facts.name, isDefault: id === sellerId } : null
}

function subscriptionRow({ partnerId, customerId, id }: Subscription) {
  return { partnerId, customerId, subscriptionId: id }
}

function refused(reason: string, fieldName?: string): DomainError {
  return new DomainError('supportNotPossible', `The support contact cannot be changed: ${reason}.`, { reason, ...(fieldName && { field: fieldName }) })
}
