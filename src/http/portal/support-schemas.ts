import { type Static, Type } from 'typebox'
import type { ShownCase, WholeCase } from '../../application/support/shown-case.ts'
import { Id, Instant, Maybe, Text } from '../schemas.ts'

export const CaseStatus = Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('closed')], {
  description: 'open: waits for the operator; answered: waits for who asked.',
})

/** A request by its id; a relationship by the tenant id of the other side. */
export const CaseAbout = Type.Object({ type: Type.Union([Type.Literal('relationshipRequest'), Type.Literal('relationship')]), id: Id }, { additionalProperties: false })

const caseFields = {
  id: Id,
  title: Type.String(),
  about: Type.Union([CaseAbout, Type.Null()]),
  status: CaseStatus,
  openedAt: Instant,
  changedAt: Instant,
  openedBy: Type.Object({ id: Id, displayName: Maybe(Type.String()) }),
  tenant: Type.Object({ id: Id, name: Maybe(Type.String()) }),
  can: Type.Array(Type.String(), { description: 'write, close; for the operator answer, close, reopen.' }),
}

export const SupportCaseRow = Type.Object(caseFields)
export type SupportCaseRow = Static<typeof SupportCaseRow>

export const SupportCaseList = Type.Object({ items: Type.Array(SupportCaseRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type SupportCaseList = Static<typeof SupportCaseList>

export const SupportCaseView = Type.Object({
  ...caseFields,
  messages: Type.Array(
    Type.Object({
      id: Id,
      at: Instant,
      by: Type.Union([Type.Literal('asker'), Type.Literal('operator')]),
      authorName: Maybe(Type.String()),
      body: Type.String(),
    }),
  ),
})
export type SupportCaseView = Static<typeof SupportCaseView>

export const CaseText = Text(10_000)

export function presentCase(one: ShownCase): SupportCaseRow {
  return {
    id: one.id,
    title: one.subject,
    about: one.about,
    status: one.status,
    openedAt: one.openedAt.toISOString(),
    changedAt: one.changedAt.toISOString(),
    openedBy: { id: one.openedBy, displayName: one.openedByName },
    tenant: { id: one.tenantId, name: one.tenantName },
    can: [...one.can],
  }
}

export function presentWholeCase(one: WholeCase): SupportCaseView {
  return { ...presentCase(one), messages: one.messages.map(({ id, at, by, authorName, text }) => ({ id, at: at.toISOString(), by, authorName, body: text })) }
}
