import { type Static, Type } from 'typebox'
import { type AnyErasurePreview as AnyPreview, eraseAnybody, previewAnyErasure } from '../../application/personal-data/erase-anybody.ts'
import { erasePerson, type ErasurePreview as Preview, previewErasure } from '../../application/personal-data/erase-person.ts'
import { previewRetention } from '../../application/personal-data/preview-retention.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Maybe, Nothing, strict } from '../schemas.ts'

export const ErasurePreview = Type.Object({
  id: Id,
  displayName: Type.String(),
  goes: Type.Object({ sessions: Type.Integer(), passkeys: Type.Integer(), mails: Type.Integer({ description: 'their address and their words' }) }),
  stays: Type.Object({
    signatures: Type.Integer(),
    attestations: Type.Integer(),
    acts: Type.Integer({ description: 'in the record, under a number that leads to no name' }),
    keptUntil: Maybe(Type.String({ format: 'date-time', description: 'How long what was signed keeps the name; null where nothing was signed.' })),
  }),
  blockers: Type.Array(Type.Enum(['ownAccount', 'lastAdministrator'])),
})
export type ErasurePreview = Static<typeof ErasurePreview>

export const AnyErasurePreview = Type.Object({
  person: Type.Union([ErasurePreview, Type.Null()]),
  address: Type.Union([
    Type.Object({
      address: Type.String(),
      mails: Type.Integer(),
      registrations: Type.Integer(),
      contacts: Type.Integer(),
      legalContacts: Type.Integer({ description: 'Of a partner’s enrolment: stays until the operator names somebody else there.' }),
      attestations: Type.Integer({ description: 'Stay as evidence.' }),
      accounts: Type.Integer({ description: 'Accounts with this address; while there are any, the account is erased instead.' }),
    }),
    Type.Null(),
  ]),
})
export type AnyErasurePreview = Static<typeof AnyErasurePreview>

const tag = 'Personal data'
const Named = { name: Type.String({ minLength: 1, maxLength: 320, description: 'A sign-in name, else a mail address.' }) }

export const DueRetention = Type.Object({
  items: Type.Array(
    Type.Object({
      what: Type.Enum(['sessions', 'oneTimeSecrets', 'registrations', 'closedOrganizations', 'evidence']),
      keptDays: Type.Integer({ description: 'After its end.' }),
      due: Type.Integer({ description: 'Rows, or people, that the next run takes.' }),
    }),
  ),
})
export type DueRetention = Static<typeof DueRetention>

export const erasureRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/retention',
    summary: 'Read what would be forgotten by itself now; changes nothing',
    tag,
    useCase: previewRetention,
    answer: DueRetention,
    input: () => undefined,
    present: (items) => ({ items: [...items] }),
  }),
  route({
    method: 'GET',
    path: '/people/:id/erasure',
    summary: 'Read what erasing a person would take and what would stay; changes nothing',
    tag,
    useCase: previewErasure,
    params: IdParams,
    answer: ErasurePreview,
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: presentPreview,
  }),
  route({
    method: 'POST',
    path: '/people/:id/erasure',
    summary: 'Erase a person who left or is to leave; what they signed keeps their name for its legal period',
    tag,
    useCase: erasePerson,
    params: IdParams,
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: () => null,
  }),
  route({
    method: 'POST',
    path: '/operator/erasure-previews',
    summary: 'Read what erasing somebody, or a stranger’s address, would take and what would stay; changes nothing',
    tag,
    useCase: previewAnyErasure,
    body: Type.Object(Named, strict),
    answer: AnyErasurePreview,
    input: ({ body }) => body,
    present: (preview: AnyPreview) =>
      preview.kind === 'person' ? { person: presentPreview(preview.person), address: null } : { person: null, address: { address: preview.address, ...preview.counts } },
  }),
  route({
    method: 'POST',
    path: '/operator/erasures',
    summary: 'Erase somebody of any organization, or the address of a stranger who only received mails',
    tag,
    useCase: eraseAnybody,
    body: Type.Object({ ...Named, checkedHow: Type.String({ minLength: 1, maxLength: 500, description: 'How the operator made sure who asks; recorded.' }) }, strict),
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: () => null,
  }),
]

function presentPreview({ id, displayName, counts: { sessions, passkeys, mails, signatures, attestations, acts }, keptUntil, blockers }: Preview): ErasurePreview {
  return { id, displayName, goes: { sessions, passkeys, mails }, stays: { signatures, attestations, acts, keptUntil: keptUntil?.toISOString() ?? null }, blockers: [...blockers] }
}
