import { choiceOf, nextDigestAt, type Preferences, usualPreferences } from '../../domain/notifications/preferences.ts'
import { awaitDigest } from '../../store/digest-store.ts'
import { mailTenant, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { insertNotifications } from '../../store/notification-store.ts'
import { idFrom } from '../id-from.ts'
import type { Work } from '../use-case.ts'
import type { Told } from './told-of.ts'

interface Telling {
  readonly event: RecordedEvent
  readonly told: readonly Told[]
  readonly preferences: ReadonlyMap<string, Preferences>
  /** who would have had a second mail about the same within a day (rule R39): it waits for the digest */
  readonly putOff: ReadonlySet<string>
}

/** Writes what people find in the portal or in their next digest. Who wants neither gets no row. */
export async function keepNotifications(work: Work, { event, told, preferences, putOff }: Telling): Promise<void> {
  const drafts = told
    .map(({ tenantId, personId, kind, side }) => {
      const { portal, mail } = choiceOf(preferences.get(personId) ?? usualPreferences, kind, side)
      return {
        tenantId, personId, kind, side,
        id: idFrom('notification', event.id, personId),
        eventId: event.id,
        at: event.at,
        inPortal: portal,
        awaitsDigest: mail === 'digest' || (mail === 'now' && putOff.has(personId)),
      }
    })
    .filter(({ inPortal, awaitsDigest }) => inPortal || awaitsDigest)
    // In one order for everybody, so that two events that tell the same people never block each other.
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
  await insertNotifications(work.trx, drafts)
  const zones = new Map<string, string>()
  for (const { tenantId, personId } of drafts.filter(({ awaitsDigest }) => awaitsDigest)) {
    if (!zones.has(tenantId)) zones.set(tenantId, (await mailTenant(work.trx, tenantId))?.timeZone ?? 'UTC')
    const { digest, timeZone } = preferences.get(personId) ?? usualPreferences
    await awaitDigest(work.trx, { tenantId, personId }, nextDigestAt(work.now, digest, timeZone ?? zones.get(tenantId)!))
  }
}
