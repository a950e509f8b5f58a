import { type Static, Type } from 'typebox'
import { listClouds } from '../../application/operator/list-clouds.ts'
import type { LocalName } from '../../domain/clouds/manifest.ts'
import { type AnyRoute, route } from '../route.ts'

const Name = Type.Unsafe<LocalName>(Type.Object({ en: Type.String() }, { additionalProperties: true, description: 'By language; English is always there.' }))

const Sample = Type.Object({ language: Type.String(), title: Type.String(), body: Type.String() })

export const OperatorCloud = Type.Object({
  id: Type.String(),
  name: Name,
  countries: Type.Array(Type.String(), { description: 'Where the cloud has a market.' }),
  customerAgreement: Type.Union([Type.Literal('required'), Type.Literal('none')]),
  agreementLanguages: Type.Array(Type.String()),
  debtBlocksRequests: Type.Boolean(),
  services: Type.Array(Type.Object({ id: Type.String(), name: Name })),
  samples: Type.Array(Sample, { description: 'Sample agreement texts to start from.' }),
  partnerSamples: Type.Array(Sample, { description: 'Sample texts of the partner agreement to start from.' }),
})
export type OperatorCloud = Static<typeof OperatorCloud>

export const operatorCloudRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/clouds',
    summary: 'List the clouds, with what enrolling and publishing need to know of them',
    tag: 'Operator',
    useCase: listClouds,
    answer: Type.Object({ items: Type.Array(OperatorCloud) }),
    input: () => ({}),
    present: (clouds) => ({ items: clouds.map(presentCloud) }),
  }),
]

function presentCloud({ manifest, samples, partnerSamples }: Awaited<ReturnType<typeof listClouds.run>>[number]): OperatorCloud {
  const { id, name, customerAgreement, agreementLanguages, debtBlocksRequests, markets } = manifest
  return {
    id,
    name,
    countries: [...new Set(markets.flatMap(({ countries }) => countries))].sort(),
    customerAgreement,
    agreementLanguages: [...agreementLanguages],
    debtBlocksRequests,
    services: manifest.services.map((service) => ({ id: service.id, name: service.name })),
    samples: samples.map(({ language, title, body }) => ({ language, title, body })),
    partnerSamples: partnerSamples.map(({ language, title, body }) => ({ language, title, body })),
  }
}
