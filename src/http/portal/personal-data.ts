import { Type } from 'typebox'
import type { RunningExport } from '../../application/customers/exported-rows.ts'
import { exportAnybodysData, exportOwnData, exportPersonData } from '../../application/personal-data/export-personal-data.ts'
import { personalDataFormat } from '../../domain/personal-data/traces.ts'
import { canonicalId } from '../../domain/ids.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, strict, Text } from '../schemas.ts'

/** Everything stored about a person, as one file for programs; what it holds follows from docs/personal-data.md. */
const file = {
  tag: 'Personal data',
  answer: Type.Object({ format: Type.Literal(personalDataFormat), isWhole: Type.Literal(true) }, {
    additionalProperties: true,
    description:
      'application/json: `format`, `subject`, then one list for each table and column by which something about the person is found (`people.id`, `sessions.person_id`, …), rows as they are stored. ' +
      'Secrets and their hashes are in none. A whole file ends with `isWhole`.',
  }),
  budget: 'export',
  present: (running: RunningExport) => brokenOffWhenOver(running) as never,
  reply: (_running: RunningExport, reply: { type(type: string): { header(name: string, value: string): unknown } }) => {
    reply.type('application/json').header('content-disposition', `attachment; filename="personal-data.json"; filename*=UTF-8''personal-data.json`)
  },
} as const

export const personalDataRoutes: AnyRoute[] = [
  route({
    ...file,
    method: 'POST',
    path: '/me/personal-data',
    summary: 'Take along everything stored about oneself',
    useCase: exportOwnData,
    input: ({ request }) => ({ identify: request.identify }),
  }),
  route({
    ...file,
    method: 'POST',
    path: '/people/:id/personal-data',
    summary: 'Take along everything stored about a colleague, also one who left',
    useCase: exportPersonData,
    params: IdParams,
    input: ({ params, request }) => ({ id: canonicalId(params.id)!, identify: request.identify }),
  }),
  route({
    ...file,
    method: 'POST',
    path: '/operator/personal-data',
    summary: 'Take along everything stored about anybody, by sign-in name or mail address',
    useCase: exportAnybodysData,
    body: Type.Object({ name: Text(320) }, strict),
    input: ({ body, request }) => ({ name: body.name, identify: request.identify }),
  }),
]
