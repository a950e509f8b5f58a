import type { CustomerLanguage } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { DraftOccasion } from '../../domain/mail-drafts/draft.ts'
import { create } from '../../domain/relationship-requests/decide.ts'
import { expiryOf, type RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { requirePossible, servicesAsked } from '../../domain/relationship-requests/request-checks.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { findRequestOf, type FreshRequest, insertRequests } from '../../store/relationship-request-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { describeRequest, type DescribedRequest } from './describe-request.ts'
import { gatherFacts, type GatheredFacts } from './gather-facts.ts'
import { composeRequestDraft, wordsToStore } from './request-draft.ts'
import type { RequestWish } from './request-input.ts'
import { mintRequestSecret, requestLink } from './request-link.ts'

export interface CreationInput {
  readonly wish: RequestWish
  readonly followsId: string | null
  readonly reader: Language
}

/** One tracked invitation with a link of its own [S3.15]; every rule is asked again, whatever the page asked before. */
export const createRelationshipRequest: UseCase<CreationInput, DescribedRequest> = {
  action: 'relationshipRequest.create',

  async run(work, { wish, followsId, reader }) {
    if (wish.secondPartnerId !== undefined || wish.resellerId !== undefined) requireRoleForJointRequest(work)
    if (followsId !== null && !(await findRequestOf(work.trx, work.person.tenantId, followsId))) {
      throw new DomainError('notFound', 'No such request to follow.')
    }
    const request = await mintRequest(work, await gatherFacts(work, wish), { followsId, occasion: 'first' })
    return describeRequest(work, request, { reader, withWords: false, withLink: false })
  },
}

/** A joint request needs one of the roles of seed 001 [S1.2]. */
function requireRoleForJointRequest({ person }: Work): void {
  if (!roleAllows(person.roles, 'relationshipRequest.createJoint')) {
    throw new DomainError('notAllowed', 'None of the roles allows a joint request.', { reason: 'roleMissing', action: 'relationshipRequest.createJoint' })
  }
}

/** Makes the request, its secret and its letter, where nothing bars it. */
export async function mintRequest(work: Work, facts: GatheredFacts, how: Minting): Promise<RelationshipRequest> {
  return (await mintRequests(work, [facts], how))[0]!
}

interface Minting {
  readonly followsId: string | null
  readonly occasion: DraftOccasion
}

/** One for each, or none at all; the only place where a request comes into being. Many are written at once. */
export async function mintRequests(work: Work, facts: readonly GatheredFacts[], how: Minting): Promise<RelationshipRequest[]> {
  const minted: (FreshRequest & { readonly event: EventDraft })[] = []
  for (const one of facts) minted.push(await freshRequest(work, one, how))
  await insertRequests(work.trx, minted)
  if (minted.length === 1) await work.record(minted[0]!.event)
  else await work.recordMany(minted.map(({ event }) => event))
  return minted.map(({ request }) => request)
}

async function freshRequest(work: Work, facts: GatheredFacts, { followsId, occasion }: Minting): Promise<FreshRequest & { readonly event: EventDraft }> {
  requirePossible(facts)
  if (!facts.manifest.requestKinds.includes('trackedRequest')) {
    throw new DomainError('requestNotPossible', 'This cloud invites with the partner link.', { reason: 'trackedRequestNotOffered', next: 'partnerLink' })
  }
  const unwritten = blankRequest(work, facts, followsId)
  const { secret, stored } = mintRequestSecret(work.env, unwritten.id)
  const link = await requestLink(work, unwritten, secret)
  const draft = await composeRequestDraft(work, unwritten, { link, occasion })
  const { next, event } = create({ ...unwritten, subject: draft.subject, body: wordsToStore(draft.text, link) })
  return { request: next, secret: stored, event }
}

function blankRequest({ person, now, newId }: Work, facts: GatheredFacts, followsId: string | null): RelationshipRequest {
  return {
    id: newId(),
    partnerId: person.tenantId,
    secondPartnerId: facts.secondPartnerId,
    isAskedByProvider: facts.isAskedByProvider,
    kind: facts.kind,
    status: 'draft',
    named: facts.named,
    services: servicesAsked(facts),
    language: (facts.language as CustomerLanguage | undefined) ?? facts.suggestedLanguage,
    subject: '',
    body: '',
    followsId,
    customerId: null,
    declineReason: null,
    createdBy: person.personId,
    createdAt: now,
    sharedAt: null,
    openedAt: null,
    answeredAt: null,
    answeredBy: null,
    remindedAt: null,
    freshLinkAskedAt: null,
    expiresAt: expiryOf(now, facts.validityDays ?? facts.manifest.requestValidityDays.default),
    version: 1,
  }
}
