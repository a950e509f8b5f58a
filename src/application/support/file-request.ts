import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { fileRequest } from '../../domain/support/decide-request.ts'
import { caseSubject, caseText } from '../../domain/support/plain-text.ts'
import type { RequestSide, ServiceRequest, Severity } from '../../domain/support/service-request.ts'
import { effectiveStatus, type Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { askedCustomer } from '../../store/support-customer-store.ts'
import { insertRequestNote } from '../../store/request-note-store.ts'
import { insertServiceRequest, isRelated } from '../../store/service-request-store.ts'
import { findSubscription } from '../../store/subscription-store.ts'
import { findContact } from '../../store/support-contact-store.ts'
import { withinBudget } from '../limits.ts'
import type { UseCase, Work } from '../use-case.ts'
import { recordRequest } from './record-request.ts'
import { showWholeRequest, type WholeRequest } from './show-request.ts'

export interface FiledWords {
  readonly title: string
  readonly text: string
  readonly severity: Severity
  /** a line of the cloud's manifest; null for what belongs to no service */
  readonly serviceId: string | null
  readonly subscriptionId: string | null
  readonly reader: Language
}

/** The customer files to whom it calls: the contact of the subscription, else a partner it names, else the operator. */
export const fileOwnRequest: UseCase<FiledWords & { readonly partnerId: string | null }, WholeRequest> = {
  action: 'ownServiceRequest.file',

  async run(work, { partnerId, ...words }) {
    const { trx, person } = work
    const subscription = await subscriptionNamed(work, person.tenantId, words.subscriptionId)
    const wanted = subscription ? await contactOf(work, subscription) : partnerId
    // Held: a partner that leaves at this moment finds the request and hands it over, or is not asked any more.
    const isThere = wanted !== null && (await isRelated(trx, wanted, person.tenantId, true))
    if (!isThere && !subscription && wanted !== null) throw new DomainError('invalidInput', 'No partner of yours.', { reason: 'supportPartnerUnknown', field: 'partnerId' })
    return file(work, { customerId: person.tenantId, partnerId: isThere ? wanted : null, desk: isThere ? 'partner' : 'operator', side: 'customer', subscription, manifest: work.manifest }, words)
  },
}

/** A partner with admin privileges files in the customer's name; it goes to the operator, and the customer reads it too. */
export const fileForCustomer: UseCase<FiledWords & { readonly customerId: string }, WholeRequest> = {
  action: 'serviceRequest.fileForCustomer',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, ...words }) {
    if (work.held?.relationship !== 'active') throw new DomainError('supportNotPossible', 'There is no relationship any more.', { reason: 'supportNeedsRelationship' })
    const subscription = await subscriptionNamed(work, customerId, words.subscriptionId)
    return file(work, { customerId, partnerId: work.person.tenantId, desk: 'operator', side: 'partner', subscription, manifest: work.manifest }, words)
  },
}

/** Somebody called: the operator files for the customer, also where its partner may no longer [S0.27]. */
export const fileByPhone: UseCase<FiledWords & { readonly customerId: string; readonly partnerId: string | null }, WholeRequest> = {
  action: 'anyServiceRequest.file',

  async run(work, { customerId, partnerId, ...words }) {
    const { trx, env } = work
    const customer = await askedCustomer(trx, customerId)
    if (!customer) throw new DomainError('invalidInput', 'No such customer.', { reason: 'supportCustomerUnknown', field: 'customerId' })
    const subscription = await subscriptionNamed(work, customerId, words.subscriptionId)
    if (partnerId !== null && !(await isRelated(trx, partnerId, customerId, true))) throw new DomainError('invalidInput', 'No partner of this customer.', { reason: 'supportPartnerUnknown', field: 'partnerId' })
    return file(work, { customerId, partnerId, desk: 'operator', side: 'operator', subscription, manifest: env.manifestOf(customer.cloud) }, words)
  },
}

interface Place extends Pick<ServiceRequest, 'customerId' | 'partnerId' | 'desk'> {
  readonly side: RequestSide
  readonly subscription: Subscription | null
  /** of the customer's cloud */
  readonly manifest: CapabilityManifest
}

async function file(work: Work, { side, subscription, manifest, ...place }: Place, { title, text, severity, serviceId, reader }: FiledWords): Promise<WholeRequest> {
  const { trx, now, env } = work
  const { personId, tenantId } = work.person
  const service = subscription?.serviceId ?? serviceId
  if (service !== null && !subscription && !manifest.services.some(({ id }) => id === service)) throw new DomainError('invalidInput', 'No service of this cloud.', { reason: 'supportServiceUnknown', field: 'serviceId' })
  const words = caseText(text)
  const { next, event } = fileRequest({
    ...place,
    id: work.newId(),
    filedSide: side,
    filedBy: personId,
    subscriptionId: subscription?.id ?? null,
    serviceId: service,
    severity,
    title: caseSubject(title),
    status: 'open',
    movedBecause: null,
    closedBecause: null,
    openedAt: now,
    waitingSince: now,
    changedAt: now,
    closedAt: null,
    version: 1,
  })
  return withinBudget(env, 'supportCase', { personId, tenantId }, async () => {
    await insertServiceRequest(trx, next)
    await insertRequestNote(trx, next, { id: work.newId(), at: now, side, personId, text: words })
    await recordRequest(work, next, event)
    return showWholeRequest(work, next, side, reader)
  })
}

async function subscriptionNamed({ trx, now }: Work, customerId: string, id: string | null): Promise<Subscription | null> {
  if (id === null) return null
  const subscription = await findSubscription(trx, customerId, id)
  if (!subscription || effectiveStatus(subscription, now) === 'deleted') throw new DomainError('invalidInput', 'No such subscription.', { reason: 'supportSubscriptionUnknown', field: 'subscriptionId' })
  return subscription
}

async function contactOf({ trx }: Work, { partnerId, customerId, id }: Subscription): Promise<string> {
  return (await findContact(trx, { partnerId, customerId, subscriptionId: id }))?.contactId ?? partnerId
}
