import { type Static, Type } from 'typebox'
import { exportAudit } from '../../application/audit/export-audit.ts'
import { type AuditEntry, searchAudit } from '../../application/audit/search-audit.ts'
import { usualPageSize } from '../../application/page.ts'
import type { Actor } from '../../domain/actor.ts'
import type { AuditFilter } from '../../domain/activity/recorded-event.ts'
import type { EventType } from '../../domain/events.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, Maybe, PageSize, strict } from '../schemas.ts'
import { moment } from './activity.ts'
import { ActivityEntry, EventTypeName, Since } from './activity-schemas.ts'

const narrowing = {
  tenant: Type.Optional(Id),
  person: Type.Optional(Id),
  type: Type.Optional(EventTypeName),
  outcome: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused')])),
  from: Type.Optional(Since),
  to: Type.Optional(Since),
}
const Narrowing = Type.Object(narrowing, strict)

export const AuditRow = Type.Object({
  ...ActivityEntry.properties,
  personId: Maybe(Id),
  traceId: Maybe(Type.String()),
  tenants: Type.Array(Type.Object({ id: Id, name: Maybe(Type.String()) }), { description: 'The organizations that read it in their own log.' }),
})
export type AuditRow = Static<typeof AuditRow>

export const AuditPage = Type.Object({ items: Type.Array(AuditRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type AuditPage = Static<typeof AuditPage>

export const operatorAuditRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/operator/audit/search',
    summary: 'Read the events of the whole installation, newest first; that one looked is recorded',
    tag: 'Operator',
    useCase: searchAudit,
    body: Type.Object({ ...narrowing, size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: AuditPage,
    input: ({ body: { size, cursor, ...asked }, actor, request }) => ({
      filter: filterOf(asked, actor),
      page: { size: Number(size ?? usualPageSize), cursor },
      language: readerLanguage(request),
    }),
    present: ({ items, next, previous }) => ({ items: items.map(presentEntry), next, previous }),
  }),
  route({
    method: 'POST',
    path: '/operator/audit/export',
    summary: 'Export the events of the whole installation, or what the given filters show, as CSV or JSON',
    tag: 'Operator',
    useCase: exportAudit,
    body: Type.Object({ ...narrowing, format: Type.Union([Type.Literal('csv'), Type.Literal('json')]) }, strict),
    answer: Type.Union([
      Type.String({ description: 'A stream of text/csv in UTF-8 with byte order mark, RFC 4180, one head row, guarded against formulas. Broken off where the right to it ends meanwhile.' }),
      Type.Array(AuditRow, { description: 'The same as JSON, where that was asked for.' }),
    ]),
    budget: 'export',
    input: ({ body: { format, ...asked }, actor, request }) => ({ filter: filterOf(asked, actor), format, language: readerLanguage(request), identify: request.identify }),
    // A stream passes the serializer untouched.
    present: (running) => brokenOffWhenOver(running) as never,
    reply: ({ format }, reply) => {
      reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="audit.${format}"; filename*=UTF-8''audit.${format}`)
    },
  }),
]

function filterOf({ tenant, person, type, outcome, from, to }: Static<typeof Narrowing>, actor: Actor): AuditFilter {
  return {
    ...(tenant !== undefined && { tenantId: tenant.toLowerCase() }),
    ...(person !== undefined && { personId: person.toLowerCase() }),
    ...(type !== undefined && { type: type as EventType }),
    ...(outcome !== undefined && { outcome }),
    ...(from !== undefined && { from: moment(from, 'from', actor) }),
    ...(to !== undefined && { to: moment(to, 'to', actor) }),
  }
}

function presentEntry({ data, tenants, ...entry }: AuditEntry): AuditRow {
  return { ...entry, data: { ...data }, tenants: tenants.map((tenant) => ({ ...tenant })) }
}
