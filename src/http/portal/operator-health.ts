import { type Static, Type } from 'typebox'
import { readHealth } from '../../application/installation/read-health.ts'
import { type AnyRoute, route } from '../route.ts'
import { Instant, Maybe } from '../schemas.ts'

export const OperatorHealth = Type.Object({
  schemaVersion: Type.Integer(),
  parts: Type.Array(
    Type.Object({
      name: Type.Union([Type.Literal('database'), Type.Literal('clock'), Type.Literal('mails'), Type.Literal('failedMails')]),
      isGood: Type.Boolean(),
      measured: Type.Number({ description: 'Milliseconds; a count for failedMails.' }),
    }),
  ),
  jobs: Type.Array(Type.Object({ task: Type.String(), waiting: Type.Integer(), failing: Type.Integer({ description: 'Tried before, and tried again.' }), oldest: Maybe(Instant) })),
})
export type OperatorHealth = Static<typeof OperatorHealth>

export const operatorHealthRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/health',
    summary: 'Read how the installation runs: the parts of readiness, and the job queue',
    tag: 'Operator',
    useCase: readHealth,
    answer: OperatorHealth,
    input: () => ({}),
    present: ({ schemaVersion, parts, jobs }) => ({
      schemaVersion,
      parts: parts.map((part) => ({ ...part })),
      jobs: jobs.map(({ oldest, ...job }) => ({ ...job, oldest: oldest?.toISOString() ?? null })),
    }),
  }),
]
