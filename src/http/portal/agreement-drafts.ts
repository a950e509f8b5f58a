import { type Static, Type } from 'typebox'
import { createDraft, discardDraft, listDrafts, publishDraft, readDraft, updateDraft } from '../../application/agreement-drafts/write-draft.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Id, IdParams, Instant, Language, Maybe, Nothing, strict, Text } from '../schemas.ts'
import { AgreementVersionRow, presentVersion } from './operator.ts'

export const AgreementDraftView = Type.Object({
  id: Id,
  cloud: Type.String(),
  country: Maybe(Type.String()),
  mustSignAgain: Type.Boolean(),
  texts: Type.Array(Type.Object({ language: Type.String(), title: Type.String(), body: Type.String() })),
  changedAt: Instant,
  version: Type.Integer(),
})
export type AgreementDraftView = Static<typeof AgreementDraftView>

const Body = Type.Object(
  {
    cloud: Text(40),
    country: Type.Union([Country, Type.Null()]),
    mustSignAgain: Type.Boolean(),
    texts: Type.Array(Type.Object({ language: Language, title: Text(200, 0), body: Text(500_000, 0) }, strict), { maxItems: 20 }),
  },
  strict,
)

const tag = 'Operator'
const path = '/operator/agreement-drafts'
const one = { params: IdParams, answer: AgreementDraftView, tag, present: presentDraft, version: ({ version }: Draft) => version } as const
type Draft = Awaited<ReturnType<typeof readDraft.run>>

export const agreementDraftRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path,
    summary: 'List the customer agreements that are being written',
    tag,
    useCase: listDrafts,
    answer: Type.Object({ items: Type.Array(AgreementDraftView) }),
    input: () => ({}),
    present: (drafts) => ({ items: drafts.map(presentDraft) }),
  }),
  route({
    method: 'POST',
    path,
    summary: 'Begin a draft of a customer agreement',
    tag,
    useCase: createDraft,
    body: Body,
    answer: AgreementDraftView,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentDraft,
    version: ({ version }) => version,
  }),
  route({ ...one, method: 'GET', path: `${path}/:id`, summary: 'Read a draft of a customer agreement', useCase: readDraft, input: ({ params }) => ({ id: params.id }) }),
  route({
    ...one,
    method: 'PUT',
    path: `${path}/:id`,
    summary: 'Change a draft of a customer agreement',
    useCase: updateDraft,
    body: Body,
    ifMatch: true,
    input: ({ params, body, version }) => ({ ...body, id: params.id, version }),
  }),
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Throw a draft of a customer agreement away',
    tag,
    useCase: discardDraft,
    params: IdParams,
    answer: Nothing,
    status: 204,
    ifMatch: true,
    input: ({ params, version }) => ({ id: params.id, version }),
    present: () => null,
  }),
  route({
    method: 'POST',
    path: `${path}/:id/publication`,
    summary: 'Publish a draft as the next version',
    tag,
    useCase: publishDraft,
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Of the draft as it was read.' }) }, strict),
    answer: AgreementVersionRow,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: params.id, version: body.version }),
    present: presentVersion,
  }),
]

function presentDraft({ id, cloud, country, mustSignAgain, texts, changedAt, version }: Draft): AgreementDraftView {
  return { id, cloud, country, mustSignAgain, texts: texts.map((text) => ({ ...text })), changedAt: changedAt.toISOString(), version }
}
