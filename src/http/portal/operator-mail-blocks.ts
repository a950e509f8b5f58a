import { type Static, Type } from 'typebox'
import { addMailBlocks } from '../../application/mail-blocks/add-mail-blocks.ts'
import { findMailBlocks, listMailBlocks, type ShownMailBlock } from '../../application/mail-blocks/list-mail-blocks.ts'
import { removeMailBlock } from '../../application/mail-blocks/remove-mail-block.ts'
import { usualPageSize } from '../../application/page.ts'
import { noTenant } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, Nothing, PageSize, strict, Text } from '../schemas.ts'

const Kind = Type.Union([Type.Literal('undeliverable'), Type.Literal('optedOut')], {
  description: 'undeliverable: letters do not arrive there; optedOut: its reader wants none.',
})

export const MailBlockRow = Type.Object({
  id: Id,
  kind: Kind,
  domain: Type.String({ description: 'Of the address, which itself is kept as a keyed hash only.' }),
  since: Instant,
  source: Type.Union([Type.Literal('smtp'), Type.Literal('reader'), Type.Literal('operator')]),
  reason: Maybe(Type.String()),
  /** whose letters are not wanted; null for everybody's */
  sender: Type.Union([Type.Object({ tenantId: Id, name: Maybe(Type.String()) }), Type.Null()]),
})
export type MailBlockRow = Static<typeof MailBlockRow>

export const MailBlockList = Type.Object({
  items: Type.Array(MailBlockRow),
  next: Maybe(Type.String()),
  previous: Maybe(Type.String()),
  counts: Type.Object({ undeliverable: Type.Integer(), optedOut: Type.Integer() }),
})
export type MailBlockList = Static<typeof MailBlockList>

export const AddedMailBlocks = Type.Object({
  added: Type.Integer(),
  known: Type.Integer({ description: 'Stood on the list already.' }),
  notAddresses: Type.Array(Type.Integer(), { description: 'Which of the given are no addresses, counted from 1.' }),
})
export type AddedMailBlocks = Static<typeof AddedMailBlocks>

export const operatorMailBlockRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/mail-blocks',
    summary: 'List the addresses that get no letters, newest first',
    tag: 'Operator',
    useCase: listMailBlocks,
    query: Type.Object({ kind: Type.Optional(Kind), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: MailBlockList,
    input: ({ query }) => ({ kind: query.kind, size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous, counts }) => ({ items: items.map(presentBlock), next, previous, counts }),
  }),
  route({
    method: 'POST',
    path: '/operator/mail-blocks',
    summary: 'Report addresses that letters do not arrive at, or whose reader wants none',
    tag: 'Operator',
    useCase: addMailBlocks,
    body: Type.Object({ kind: Kind, addresses: Type.Array(Text(320), { minItems: 1, maxItems: 1_000 }), reason: Text(500) }, strict),
    answer: AddedMailBlocks,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: ({ notAddresses, ...counts }) => ({ ...counts, notAddresses: [...notAddresses] }),
  }),
  route({
    method: 'POST',
    path: '/operator/mail-blocks/search',
    summary: 'Read what stands on the lists for one address',
    tag: 'Operator',
    // In the body: an address stands in no log of addresses.
    useCase: findMailBlocks,
    body: Type.Object({ address: Text(320) }, strict),
    answer: Type.Object({ items: Type.Array(MailBlockRow) }),
    input: ({ body }) => body,
    present: (items) => ({ items: items.map(presentBlock) }),
  }),
  route({
    method: 'POST',
    path: '/operator/mail-blocks/:id/removal',
    summary: 'Take an address off the list, and say why',
    tag: 'Operator',
    useCase: removeMailBlock,
    params: IdParams,
    body: Type.Object({ reason: Text(500) }, strict),
    answer: Nothing,
    status: 204,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: params.id.toLowerCase(), reason: body.reason }),
    present: () => null,
  }),
]

function presentBlock({ id, kind, domain, since, source, reason, tenantId, senderName }: ShownMailBlock): MailBlockRow {
  const isFromAll = tenantId === noTenant
  return { id, kind, domain, since: since.toISOString(), source, reason, sender: isFromAll ? null : { tenantId, name: senderName } }
}
