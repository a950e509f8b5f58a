import { type Static, Type } from 'typebox'
import { readHealthOfClouds, readServiceHealth } from '../../application/service-health/read-service-health.ts'
import { noteIncident, readIncident, stateAllChecked, stateIncident } from '../../application/service-health/state-health.ts'
import { takeFeed } from '../../application/service-health/take-feed.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, Instant, NoBody, strict } from '../schemas.ts'
import { CloudCode, FeedBody, IncidentBody, IncidentView, NoteBody, OwnServiceHealthView, saidIn, ServiceHealthView } from './service-health-schemas.ts'

const tag = 'Service health'
const CloudParams = Type.Object({ cloud: CloudCode }, strict)

export const HealthOfCloudView = Type.Object({ cloud: Type.String(), services: Type.Array(ServiceHealthView) })
export type HealthOfCloudView = Static<typeof HealthOfCloudView>
export const FeedReportView = Type.Object({
  created: Type.Integer(),
  changed: Type.Integer(),
  present: Type.Integer({ description: 'Stood so already.' }),
  ended: Type.Integer({ description: 'Were open and are no longer in the feed.' }),
})

export const serviceHealthRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/service-health',
    summary: 'Read how the services of one’s cloud stand, who said so and when, and what goes on',
    tag,
    useCase: readServiceHealth,
    answer: Type.Object({ items: Type.Array(OwnServiceHealthView) }),
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (items) => ({ items }) as never,
  }),
  route({
    method: 'GET',
    path: '/operator/service-health',
    summary: 'Read how the services of every cloud stand',
    tag,
    useCase: readHealthOfClouds,
    answer: Type.Object({ items: Type.Array(HealthOfCloudView) }),
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (items) => ({ items }) as never,
  }),
  route({
    method: 'POST',
    path: '/operator/service-health/:cloud/incidents',
    summary: 'State that something is wrong with a service',
    tag,
    useCase: stateIncident,
    params: CloudParams,
    body: IncidentBody,
    answer: IncidentView,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body: { serviceId, impact, title, startedAt, ...words }, request }) => ({ ...params, serviceId, impact, title, startedAt, note: saidIn(words), reader: readerLanguage(request) }),
    present: (incident) => incident as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/operator/service-incidents/:id',
    summary: 'Read an incident with what was said of it',
    tag,
    useCase: readIncident,
    params: IdParams,
    answer: IncidentView,
    input: ({ params, request }) => ({ id: canonicalId(params.id)!, reader: readerLanguage(request) }),
    present: (incident) => incident as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/operator/service-incidents/:id/notes',
    summary: 'Say how an incident goes on, change its impact, or end it',
    tag,
    useCase: noteIncident,
    params: IdParams,
    body: NoteBody,
    answer: IncidentView,
    status: 201,
    keyKeptForDays: 1,
    ifMatch: true,
    input: ({ params, body: { impact, hasEnded, ...words }, version, request }) => ({ impact, hasEnded, text: saidIn(words), id: canonicalId(params.id)!, version, reader: readerLanguage(request) }),
    present: (incident) => incident as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/operator/service-health/:cloud/statement',
    summary: 'State that every service of a cloud was looked at; what has no open incident works, for 24 hours',
    tag,
    useCase: stateAllChecked,
    params: CloudParams,
    body: NoBody,
    answer: Type.Object({ checkedAt: Instant }),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params }) => params,
    present: ({ checkedAt }) => ({ checkedAt: checkedAt.toISOString() }),
  }),
  route({
    method: 'PUT',
    path: '/operator/service-health/:cloud',
    summary: 'Give the whole state of a cloud as a feed has it; what it no longer names is over, and the same feed again changes nothing',
    tag,
    useCase: takeFeed,
    params: CloudParams,
    body: FeedBody,
    answer: FeedReportView,
    input: ({ params, body: { checkedAt, incidents } }) => ({ ...params, checkedAt, incidents: incidents.map(({ notes, ...incident }) => ({ ...incident, notes: notes.map(({ at, ...words }) => ({ at, text: saidIn(words) })) })) }),
    present: (report) => report,
  }),
]
