import { type Static, Type } from 'typebox'
import { readOwnCloud } from '../../application/clouds/read-own-cloud.ts'
import type { LocalName } from '../../domain/clouds/manifest.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Maybe } from '../schemas.ts'

export const OwnCloud = Type.Object({
  id: Type.String(),
  name: Type.Unsafe<LocalName>(Type.Object({ en: Type.String() }, { additionalProperties: true, description: 'By language; English is always there.' })),
  lines: Type.Array(
    Type.Object({
      key: Type.String({ description: 'The name of the rule, as refusals carry it in `rule`.' }),
      title: Type.String(),
      value: Type.String({ description: 'In words; what no source says is told so, with what holds here.' }),
      capability: Maybe(Type.String({ description: 'The capability that the line waits for; null where it holds already.' })),
    }),
    { description: 'Every rule, in the order of pages.' },
  ),
})
export type OwnCloud = Static<typeof OwnCloud>

export const ownCloudRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/cloud',
    summary: 'Read the rules of one’s own cloud in words',
    tag: 'Organization',
    useCase: readOwnCloud,
    answer: OwnCloud,
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: ({ lines, ...cloud }) => ({ ...cloud, lines: lines.map((line) => ({ ...line })) }),
  }),
]
