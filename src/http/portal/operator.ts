import { type Static, Type } from 'typebox'
import { handOutCode } from '../../application/mail/hand-out-code.ts'
import { listAgreementVersions } from '../../application/operator/list-agreement-versions.ts'
import { publishAgreementVersion } from '../../application/operator/publish-agreement-version.ts'
import { readStatus } from '../../application/operator/read-status.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Id, Instant, Language, Maybe, strict, Text } from '../schemas.ts'

export const AgreementVersionRow = Type.Object({
  id: Id,
  cloud: Type.String(),
  country: Maybe(Type.String()),
  number: Type.Integer(),
  mustSignAgain: Type.Boolean(),
  publishedAt: Instant,
  texts: Type.Array(Type.Object({ language: Type.String(), title: Type.String(), sha256: Type.String() })),
})
export type AgreementVersionRow = Static<typeof AgreementVersionRow>

export const InstallationStatus = Type.Object({
  version: Type.String(),
  publicUrl: Type.String(),
  isDemo: Type.Boolean(),
  isQuarantined: Type.Boolean({ description: 'True after a restore until `vinculo release`: mails are held.' }),
  isSetUp: Type.Boolean(),
  mailLeaves: Type.Boolean(),
  counts: Type.Object({
    partners: Type.Integer(),
    suspendedPartners: Type.Integer(),
    customers: Type.Integer(),
    people: Type.Integer(),
    mailsQueued: Type.Integer(),
    mailsHeld: Type.Integer(),
    mailsFailed: Type.Integer(),
  }),
})
export type InstallationStatus = Static<typeof InstallationStatus>

export const HandedOutCode = Type.Object({ link: Type.String(), expiresAt: Instant })
export type HandedOutCode = Static<typeof HandedOutCode>

export const operatorRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/status',
    summary: 'Read how the installation stands',
    tag: 'Operator',
    useCase: readStatus,
    answer: InstallationStatus,
    input: () => ({}),
    present: (status) => status,
  }),
  route({
    method: 'GET',
    path: '/operator/agreement-versions',
    summary: 'List the published customer agreements',
    tag: 'Operator',
    useCase: listAgreementVersions,
    answer: Type.Object({ items: Type.Array(AgreementVersionRow) }),
    input: () => ({}),
    present: (versions) => ({ items: versions.map(presentVersion) }),
  }),
  route({
    method: 'POST',
    path: '/operator/agreement-versions',
    summary: 'Publish a version of a customer agreement',
    tag: 'Operator',
    useCase: publishAgreementVersion,
    body: Type.Object(
      {
        cloud: Text(40),
        country: Type.Union([Country, Type.Null()]),
        mustSignAgain: Type.Boolean(),
        texts: Type.Array(Type.Object({ language: Language, title: Text(200), body: Text(500_000) }, strict), { minItems: 1, maxItems: 20 }),
      },
      strict,
    ),
    answer: AgreementVersionRow,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentVersion,
  }),
  route({
    method: 'POST',
    path: '/operator/handed-out-codes',
    summary: 'Make a link to hand over where mails do not leave; it is shown once',
    tag: 'Operator',
    useCase: handOutCode,
    body: Type.Object({ personId: Id, kind: Type.Union([Type.Literal('passwordReset'), Type.Literal('personInvitation')]) }, strict),
    answer: HandedOutCode,
    status: 201,
    // Without a stored answer: it would keep the link. Asking again makes another and ends this one.
    input: ({ body }) => ({ personId: body.personId.toLowerCase(), kind: body.kind }),
    present: ({ link, expiresAt }) => ({ link, expiresAt: expiresAt.toISOString() }),
  }),
]

type Version = Awaited<ReturnType<typeof publishAgreementVersion.run>>

export function presentVersion({ id, cloud, country, number, mustSignAgain, publishedAt, texts }: Version): AgreementVersionRow {
  return { id, cloud, country, number, mustSignAgain, publishedAt: publishedAt.toISOString(), texts: texts.map((text) => ({ ...text })) }
}
