import type { Environment } from '../application/environment.ts'
import { acceptInvitation } from '../application/invitations/accept-invitation.ts'
import { declineInvitation } from '../application/invitations/decline-invitation.ts'
import type { LinkPresented } from '../application/invitations/load-invitation.ts'
import { openInvitation } from '../application/invitations/open-invitation.ts'
import { askPartnership } from '../application/partnerships/ask-partnership.ts'
import { sharePartnership } from '../application/partnerships/share-partnership.ts'
import { workPeopleJob } from '../application/people-jobs/work-job.ts'
import { performNow } from '../application/perform.ts'
import { createRelationshipRequest } from '../application/relationship-requests/create-relationship-request.ts'
import type { RequestWish } from '../application/relationship-requests/request-input.ts'
import { shareRelationshipRequest } from '../application/relationship-requests/share-relationship-request.ts'
import type { UseCase } from '../application/use-case.ts'
import { type Actor, theSystem } from '../domain/actor.ts'
import { versionOfAsk } from '../domain/invitations/plan.ts'
import { noTenant } from '../domain/ids.ts'
import { open } from '../security/seal.ts'
import { hashSecret, parseSecret } from '../security/secret.ts'
import { findPerson } from '../store/actor-store.ts'
import type { Transaction } from '../store/database.ts'
import { tenantOfPerson } from '../store/operator-store.ts'
import { currentPartnerLink } from '../store/partner-link-store.ts'
import { sealedPartnershipSecret } from '../store/partnership-store.ts'
import { sealedSecretOf } from '../store/relationship-request-store.ts'

/** The past of a demo is lived through the product's own acts, each at its own moment; so it cannot say what they would not. */
export interface Stage {
  /** days before now, at an hour of the working day */
  ago(days: number, hour?: number): Date
  act<Input, Output>(personId: string | null, at: Date, useCase: UseCase<Input, Output>, input: Input): Promise<Output>
  /** a request that was asked and, unless it stays a draft, sent the same day */
  ask(personId: string, at: Date, wish: RequestWish, options?: { staysDraft?: boolean }): Promise<AskedRequest>
  /** asks for a partnership and takes the letter along */
  askPartnership(personId: string, at: Date, companyName: string): Promise<{ readonly id: string; readonly secretSha256: string }>
  openLink(personId: string | null, at: Date, link: LinkPresented): Promise<void>
  /** reads the page, signs where something is to be signed, and accepts */
  accept(personId: string, at: Date, link: LinkPresented): Promise<void>
  decline(personId: string, at: Date, link: LinkPresented, reason: string | null): Promise<void>
  /** what the queue does of a job of many users, to its end */
  workAt(at: Date, jobId: string): Promise<void>
  /** the reusable link of a partner */
  partnerLink(partnerId: string): Promise<LinkPresented>
}

export interface AskedRequest {
  readonly id: string
  readonly link: LinkPresented
}

const dayMs = 86_400_000
const visitor = { kind: 'visitor', clockOffset: 0, address: null, userAgent: null, traceId: 'demo' } as const

export function stageOf(env: Environment): Stage {
  const now = env.clock()

  const act: Stage['act'] = async (personId, at, useCase, input) => performNow({ ...env, clock: () => at }, useCase, await actorOf(env, personId, at), input)

  const opened = (personId: string | null, at: Date, link: LinkPresented) =>
    act(personId, at, openInvitation, { link, visitorKey: null, language: 'es', agreementLanguages: ['es'] })

  return {
    act,
    ago: (days, hour = 10) => new Date(Math.min(Math.floor((now.getTime() - days * dayMs) / dayMs) * dayMs + hour * 3_600_000, now.getTime() - 60_000)),
    async ask(personId, at, wish, { staysDraft = false } = {}) {
      const { id } = await act(personId, at, createRelationshipRequest, { wish, followsId: null, reader: 'es' })
      if (!staysDraft) await act(personId, new Date(at.getTime() + 600_000), shareRelationshipRequest, { id, by: 'mail', reader: 'es' })
      return { id, link: await requestLinkOf(env, personId, id) }
    },
    async askPartnership(personId, at, companyName) {
      const { id } = await act(personId, at, askPartnership, { companyName, language: 'es', reader: 'es' })
      await act(personId, new Date(at.getTime() + 600_000), sharePartnership, { id, by: 'mail', reader: 'es' })
      return { id, secretSha256: await partnershipSecretOf(env, personId, id) }
    },
    openLink: async (personId, at, link) => void (await opened(personId, at, link)),
    async accept(personId, at, link) {
      const { invitation, verdict } = await opened(personId, new Date(at.getTime() - 300_000), link)
      const { standing, text } = invitation.agreement
      const agreement = standing === 'missing' && text ? { versionId: text.versionId, language: text.language, sha256: text.sha256.toString('hex') } : null
      await act(personId, at, acceptInvitation, { link, agreement, version: versionOfAsk(verdict.plan!), language: 'es' })
    },
    decline: async (personId, at, link, reason) => void (await act(personId, at, declineInvitation, { link, reason })),
    workAt: (at, jobId) => workPeopleJob({ ...env, clock: () => at }, jobId),
    partnerLink: (partnerId) =>
      inSystem(env, async (trx) => {
        const link = (await currentPartnerLink(trx, partnerId))!
        return presented(env, 'partnerLink', link)
      }),
  }
}

async function actorOf(env: Environment, personId: string | null, at: Date): Promise<Actor> {
  if (personId === null) return visitor
  if (personId === 'system') return theSystem
  const person = await findPerson(env.database, personId, { authenticatedBy: ['pwd', 'otp', 'mfa'], steppedUpAt: at })
  if (!person) throw new Error(`nobody has the id ${personId}`)
  return { ...person, address: null, userAgent: null, traceId: 'demo' }
}

function requestLinkOf(env: Environment, askerId: string, id: string): Promise<LinkPresented> {
  return inSystem(env, async (trx) => {
    const partnerId = (await tenantOfPerson(trx, askerId))!
    return presented(env, 'requestLink', { id, sealed: await sealedSecretOf(trx, partnerId, id) })
  })
}

function partnershipSecretOf(env: Environment, askerId: string, id: string): Promise<string> {
  return inSystem(env, async (trx) => {
    const sealed = await sealedPartnershipSecret(trx, (await tenantOfPerson(trx, askerId))!, id)
    return hashSecret(parseSecret('partnership', open(env.keyRing, 'partnershipLink', id, sealed))!).toString('hex')
  })
}

function presented(env: Environment, purpose: 'requestLink' | 'partnerLink', { id, sealed }: { id: string; sealed: Buffer }): LinkPresented {
  const secret = parseSecret(purpose === 'requestLink' ? 'relationshipRequest' : 'partnerLink', open(env.keyRing, purpose, id, sealed))!
  return { secretSha256: hashSecret(secret).toString('hex'), claims: null }
}

function inSystem<Result>(env: Environment, work: (trx: Transaction) => Promise<Result>): Promise<Result> {
  return env.database.transaction({ tenant: noTenant, scope: 'system' }, work)
}
