import type { EvidenceEntries, EvidencePart, EventEvidence } from '../../domain/evidence.ts'
import type { Language } from '../../language/languages.ts'
import { listEvents } from '../../store/activity-store.ts'
import type { EvidencePage } from '../../store/evidence-store.ts'
import { describeActivity } from '../activity/describe-activity.ts'
import type { Work } from '../use-case.ts'
import { firstId, readAgreements, readAttestations } from './read-agreements.ts'
import { readAnswers, readEndRequests, readHandOvers, readPrivileges, readRelationships } from './read-consents.ts'
import { readPartnerships } from './read-partnerships.ts'
import { readOwnPurchases, readPurchasePermissions } from './read-own-purchases.ts'
import { readCarts, readOrders, readSubscriptions } from './read-sales.ts'

/** Entries with the moment that orders them. */
export type ReadEntries<Entry> = readonly { readonly at: Date; readonly entry: Entry }[]

/** In whose words, and up to which moment (exclusive): what comes while the file is written is for the next one. */
export interface EvidenceFile {
  readonly language: Language
  readonly until: Date
}

interface Reader<Part extends EvidencePart> {
  /** entries of one piece; a text of an agreement may be long */
  readonly batch: number
  read(work: Work, page: EvidencePage, file: EvidenceFile): Promise<ReadEntries<EvidenceEntries[Part]>>
}

/** How each part is read, oldest first. */
export const evidenceReaders: { readonly [Part in EvidencePart]: Reader<Part> } = {
  agreements: { batch: 10, read: readAgreements },
  attestations: { batch: 500, read: readAttestations },
  answers: { batch: 500, read: readAnswers },
  relationships: { batch: 500, read: readRelationships },
  privileges: { batch: 500, read: readPrivileges },
  endRequests: { batch: 500, read: readEndRequests },
  handOvers: { batch: 500, read: readHandOvers },
  partnerships: { batch: 500, read: readPartnerships },
  orders: { batch: 500, read: readOrders },
  subscriptions: { batch: 500, read: readSubscriptions },
  carts: { batch: 100, read: readCarts },
  purchasePermissions: { batch: 500, read: readPurchasePermissions },
  ownPurchases: { batch: 500, read: readOwnPurchases },
  events: { batch: 1_000, read: readEvents },
}

/** What the activity page shows, and nothing else: one fact, as its reader may see it. */
async function readEvents(work: Work, { after, most }: EvidencePage, { language, until }: EvidenceFile): Promise<ReadEntries<EventEvidence>> {
  const found = await listEvents(work.trx, work.person.tenantId, { to: until }, { start: { at: after?.at ?? new Date(0), id: after?.id ?? firstId, backwards: true }, most })
  const described = await describeActivity(work, found, language)
  return described.map((event, place) => ({
    at: found[place]!.at,
    entry: {
      id: event.id,
      at: event.at,
      type: event.type,
      outcome: event.outcome,
      reasonCode: event.reasonCode,
      text: event.text,
      actor: { kind: event.actor.kind, displayName: event.actor.displayName, organization: event.actor.tenantName, isOwn: event.actor.isMine },
      counterpart: event.counterpart,
      resource: event.resource,
      through: event.through,
      data: event.data,
    },
  }))
}
