import { type Static, Type } from 'typebox'
import { addCloud, changeCloud } from '../../application/clouds/change-cloud.ts'
import { type DescribedCloud, describeClouds, readCloud } from '../../application/clouds/describe-cloud.ts'
import type { LocalName, CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, strict, Text } from '../schemas.ts'

const Code = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{1,30}$', maxLength: 31, description: 'The code of a cloud: letters and digits, beginning with a small letter.' })
const CodeParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) }, strict)
const Words = Text(800)
const Name = Type.Object({ en: Words, es: Words, de: Type.Optional(Words), 'zh-Hans': Type.Optional(Words) }, strict)
const MaybeName = Type.Optional(Type.Union([Name, Type.Null()]))
const Exception = Type.Object({ partnerCountry: Country, customerCountry: Country, allowed: Type.Boolean(), reason: Words }, strict)

const ShownName = Type.Unsafe<LocalName>(Type.Object({ en: Type.String() }, { additionalProperties: true, description: 'By language; English is always there.' }))
const Editable = Type.Object({
  name: ShownName,
  operatorName: ShownName,
  supportName: ShownName,
  partnerPortalName: ShownName,
  customerPortalName: ShownName,
  partnerRelationshipsPageName: ShownName,
  partnerContractName: ShownName,
  marketExceptions: Type.Array(Type.Object({ partnerCountry: Type.String(), customerCountry: Type.String(), allowed: Type.Boolean(), reason: Type.String() })),
  billingAdministratorMayAccept: Type.Boolean(),
  indirectResellerMayRemove: Type.Boolean(),
  partnerMfa: Type.Unsafe<CapabilityManifest['partnerMfa']>(Type.String({ description: 'mandatory, recommended or unknown.' })),
  removalEndsPrivileges: Type.Unsafe<CapabilityManifest['removalEndsPrivileges']>(Type.String({ description: 'ask or always.' })),
})

export const OperatorManifest = Type.Object({
  id: Type.String(),
  basedOn: Type.String({ description: 'The built-in cloud whose rules it begins with.' }),
  version: Type.Integer(),
  lines: Type.Array(Type.Object({ key: Type.String(), title: Type.String(), value: Type.String(), isChanged: Type.Boolean() }), { description: 'Every rule in words, in the order of pages.' }),
  editable: Editable,
})
export type OperatorManifest = Static<typeof OperatorManifest>

const Change = Type.Object(
  {
    name: MaybeName,
    operatorName: MaybeName,
    supportName: MaybeName,
    partnerPortalName: MaybeName,
    customerPortalName: MaybeName,
    partnerRelationshipsPageName: MaybeName,
    partnerContractName: MaybeName,
    marketExceptions: Type.Optional(Type.Union([Type.Array(Exception, { maxItems: 400 }), Type.Null()])),
    billingAdministratorMayAccept: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
    indirectResellerMayRemove: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
    partnerMfa: Type.Optional(Type.Union([Type.Literal('mandatory'), Type.Literal('recommended'), Type.Null()])),
    removalEndsPrivileges: Type.Optional(Type.Union([Type.Literal('ask'), Type.Literal('always'), Type.Null()])),
  },
  { ...strict, description: 'Only what is named changes; null gives back what the cloud began with.' },
)

const path = '/operator/cloud-manifests'
const tag = 'Operator'
const one = { params: CodeParams, answer: OperatorManifest, tag, present: presentManifest, version: ({ cloud }: DescribedCloud) => cloud.version } as const

export const operatorManifestRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path,
    summary: 'Read the rules of every cloud in words',
    tag,
    useCase: describeClouds,
    answer: Type.Object({ items: Type.Array(OperatorManifest) }),
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (clouds) => ({ items: clouds.map(presentManifest) }),
  }),
  route({
    ...one,
    method: 'GET',
    path: `${path}/:id`,
    summary: 'Read the rules of one cloud in words',
    useCase: readCloud,
    input: ({ params, request }) => ({ id: params.id, reader: readerLanguage(request) }),
  }),
  route({
    ...one,
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Change names, market exceptions and policies of a cloud',
    useCase: changeCloud,
    body: Change,
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ id: params.id, version, change: body, reader: readerLanguage(request) }),
  }),
  route({
    method: 'POST',
    path,
    summary: 'Add a cloud as a copy of another',
    tag,
    useCase: addCloud,
    body: Type.Object({ id: Code, copyOf: Text(40), name: Name }, strict),
    answer: OperatorManifest,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: presentManifest,
    version: ({ cloud }) => cloud.version,
  }),
]

function presentManifest({ cloud, manifest, lines }: DescribedCloud): OperatorManifest {
  const { name, operatorName, supportName, partnerPortalName, customerPortalName, partnerRelationshipsPageName, partnerContractName } = manifest
  const { marketExceptions, billingAdministratorMayAccept, indirectResellerMayRemove, partnerMfa, removalEndsPrivileges } = manifest
  return {
    id: cloud.id,
    basedOn: cloud.basedOn,
    version: cloud.version,
    lines: lines.map((line) => ({ ...line })),
    editable: {
      ...{ name, operatorName, supportName, partnerPortalName, customerPortalName, partnerRelationshipsPageName, partnerContractName },
      ...{ billingAdministratorMayAccept, indirectResellerMayRemove, partnerMfa, removalEndsPrivileges },
      marketExceptions: marketExceptions.map((exception) => ({ ...exception })),
    },
  }
}
