import { type Static, Type } from 'typebox'
import { readHealth } from '../../application/installation/read-health.ts'
import { type ReadinessPartName, readinessPartNames, type Standing } from '../../domain/readiness.ts'
import { type AnyRoute, route } from '../route.ts'
import { Instant, Maybe } from '../schemas.ts'

type PartName = ReadinessPartName | 'failedMails'

export const OperatorHealth = Type.Object({
  isReady: Type.Boolean({ description: 'As /readyz says it.' }),
  parts: Type.Array(
    Type.Object({
      name: Type.Unsafe<PartName>(Type.String({ enum: [...readinessPartNames, 'failedMails'], description: 'All but failedMails are parts of /readyz.' })),
      standing: Type.Unsafe<Standing>(Type.String({ enum: ['good', 'watch', 'bad'], description: 'bad: the installation is not ready. watch: it works, and somebody should look.' })),
      measured: Type.Union([Type.Number({ description: 'Milliseconds; bytes that are free (disk); a version (schema); a count (failedMails); 1 or 0 (quarantine). Null where it could not be measured, or the disk is another machine’s.' }), Type.Null()]),
      limit: Type.Number({ description: 'From where on it is not good, in the same unit.' }),
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
    present: ({ isReady, parts, jobs }) => ({
      isReady,
      parts: parts.map((part) => ({ ...part })),
      jobs: jobs.map(({ oldest, ...job }) => ({ ...job, oldest: oldest?.toISOString() ?? null })),
    }),
  }),
]
