import type { AuditFilter } from '../../domain/activity/recorded-event.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { type AuditedEvent, listAllEvents, lookedSince } from '../../store/audit-store.ts'
import { tenantNames } from '../../store/operator-store.ts'
import { type ActivityEntry, describeActivity } from '../activity/describe-activity.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface SearchAudit {
  readonly filter: AuditFilter
  readonly page: PageAsk
  readonly language: Language
}

export interface AuditEntry extends ActivityEntry {
  readonly personId: string | null
  readonly traceId: string | null
  readonly tenants: readonly { readonly id: string; readonly name: string | null }[]
}

/**
 * The events of the whole installation. Looking is an event too: the organization whose part is looked at reads that in its
 * own log (reliability.md, R: operator reads customer data unseen). So this is no GET, which changes nothing.
 */
export const searchAudit: UseCase<SearchAudit, Page<AuditEntry>> = {
  action: 'audit.read',

  async run(work, { filter, page, language }) {
    const { items, ...marks } = await readPage(work, page, {
      route: 'POST /operator/audit/search',
      filter: { ...filter },
      read: (start, most) => {
        const [at, id] = start?.keys ?? []
        return listAllEvents(work.trx, filter, { start: start && { at: new Date(String(at)), id: String(id), backwards: start.backwards }, most })
      },
      keysOf: (event) => [event.at.toISOString(), event.id],
    })
    const entries = await describeAudit(work, items, language)
    // After the reading, so that nobody's first line is their own look.
    await recordLook(work, filter)
    return { items: entries, ...marks }
  },
}

export async function describeAudit(work: Work, events: readonly AuditedEvent[], language: Language): Promise<AuditEntry[]> {
  const [entries, names] = await Promise.all([
    describeActivity(work, events, language),
    tenantNames(work.trx, events.flatMap(({ tenantIds }) => tenantIds)),
  ])
  return entries.map((entry, index) => {
    const { actor, traceId, tenantIds } = events[index]!
    return { ...entry, personId: actor.personId, traceId, tenants: tenantIds.filter((id) => id !== noTenant).map((id) => ({ id, name: names.get(id) ?? null })) }
  })
}

/** Minutes within which leafing through the same part counts as one look. */
const oneLook = 10

async function recordLook(work: Work, filter: AuditFilter): Promise<void> {
  const asked = describeFilter(filter)
  const since = new Date(work.now.getTime() - oneLook * 60_000)
  if (await lookedSince(work.trx, { personId: work.person.personId, filter: asked, since })) return
  await recordForOperators(work, {
    type: 'audit.read',
    resource: { type: 'installation', id: noTenant },
    readers: filter.tenantId ? [{ tenantId: filter.tenantId }] : [],
    data: { filter: asked },
  })
}

/** Ids, kinds and instants; no words of anybody. */
export function describeFilter(filter: AuditFilter): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined)
  return parts.map(([name, value]) => `${name}=${value instanceof Date ? value.toISOString() : value}`).join(' ') || 'all'
}
