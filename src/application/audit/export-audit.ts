import type { Actor } from '../../domain/actor.ts'
import type { AuditFilter } from '../../domain/activity/recorded-event.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { listAllEvents } from '../../store/audit-store.ts'
import { byteOrderMark, csvRow, joinedList } from '../../text/csv.ts'
import type { Environment } from '../environment.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { type AuditEntry, describeAudit, describeFilter } from './search-audit.ts'

export type AuditFormat = 'csv' | 'json'

export interface ExportAudit {
  readonly filter: AuditFilter
  readonly format: AuditFormat
  readonly language: Language
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
}

/** A file on its way: each piece is read when the one before was taken. */
export interface RunningAuditExport {
  readonly pieces: AsyncGenerator<string, void>
  check(): Promise<void>
  readonly format: AuditFormat
}

/** Recorded before the first row leaves, where the organization that is asked about reads it too. Each batch judges the right anew (rule R10). */
export const exportAudit: UseCase<ExportAudit, RunningAuditExport> = {
  action: 'audit.export',

  async run(work, { filter, format, language, identify }) {
    await recordForOperators(work, {
      type: 'audit.exported',
      resource: { type: 'installation', id: noTenant },
      readers: filter.tenantId ? [{ tenantId: filter.tenantId }] : [],
      data: { filter: describeFilter(filter), format },
    })
    // What is written while the export runs, this event included, is not part of it.
    const until = filter.to && filter.to < work.now ? filter.to : work.now
    const { env } = work
    return {
      pieces: piecesOf(env, { filter: { ...filter, to: until }, format, language, identify }),
      check: async () => performNow(env, mayGoOn, await identify(), undefined),
      format,
    }
  },
}

const batchSize = 500

async function* piecesOf(env: Environment, { filter, format, language, identify }: ExportAudit): AsyncGenerator<string, void> {
  yield format === 'csv' ? byteOrderMark + csvRow(auditColumns) : '['
  let isFirst = true
  for (let after: AuditBatch['after'] | null = null; after !== undefined; ) {
    const batch: AuditBatch = await performNow(env, readAuditBatch, await identify(), { filter, language, after: after ?? undefined })
    after = batch.after
    for (const entry of batch.entries) {
      yield format === 'csv' ? csvRow(cellsOf(entry)) : `${isFirst ? '\n' : ',\n'}${JSON.stringify(entry)}`
      isFirst = false
    }
  }
  if (format === 'json') yield '\n]\n'
}

interface AuditBatch {
  readonly entries: readonly AuditEntry[]
  /** undefined after the last */
  readonly after: { readonly at: Date; readonly id: string } | undefined
}

const readAuditBatch: UseCase<{ readonly filter: AuditFilter; readonly language: Language; readonly after: AuditBatch['after'] }, AuditBatch> = {
  action: 'audit.export',

  async run(work, { filter, language, after }) {
    const events = await listAllEvents(work.trx, filter, { start: after && { ...after, backwards: false }, most: batchSize })
    const last = events.length < batchSize ? undefined : events.at(-1)
    return { entries: await describeAudit(work, events, language), after: last && { at: last.at, id: last.id } }
  },
}

const mayGoOn: UseCase<void, void> = { action: 'audit.export', run: async () => undefined }

/** The same in every language; instants UTC, lists with `|` between them, what was recorded as JSON. */
export const auditColumns = ['Event ID', 'At', 'Type', 'Outcome', 'Reason', 'Actor', 'Person ID', 'Person', 'Organization of the person', 'Resource type', 'Resource ID', 'Through', 'Organization IDs', 'Trace ID', 'Text', 'Data'] as const

function cellsOf(entry: AuditEntry): string[] {
  const { id, at, type, outcome, reasonCode, actor, personId, resource, through, tenants, traceId, text, data } = entry
  return [
    ...[id, at, type, outcome, reasonCode ?? '', actor.kind, personId ?? '', actor.displayName ?? '', actor.tenantName ?? ''],
    ...[resource.type, resource.id, through ?? '', joinedList(tenants.map((tenant) => tenant.id)), traceId ?? '', text, JSON.stringify(data)],
  ]
}
