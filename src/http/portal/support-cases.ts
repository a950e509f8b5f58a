import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { closeOwnCase, listOwnCases, openCase, readOwnCase, writeOn } from '../../application/support/own-cases.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, IdParams, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { CaseAbout, CaseStatus, CaseText, presentCase, presentWholeCase, SupportCaseList, SupportCaseView } from './support-schemas.ts'

const whole = { tag: 'Support', answer: SupportCaseView, present: presentWholeCase } as const

export const supportCaseRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/support-cases',
    summary: 'List what one asked the operator; administrators read all of their organization',
    tag: 'Support',
    useCase: listOwnCases,
    query: Type.Object({ status: Type.Optional(CaseStatus), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: SupportCaseList,
    input: ({ query }) => ({ status: query.status, size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentCase), next, previous }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/support-cases',
    summary: 'Ask the operator for help',
    useCase: openCase,
    body: Type.Object({ title: Text(400), body: CaseText, about: Type.Optional(CaseAbout) }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body: { title, body, about } }) => ({ subject: title, text: body, about: about ? { type: about.type, id: about.id.toLowerCase() } : null }),
  }),
  route({ ...whole, method: 'GET', path: '/support-cases/:id', summary: 'Read a case with its messages', useCase: readOwnCase, params: IdParams, input: ({ params }) => ({ id: params.id.toLowerCase() }) }),
  route({
    ...whole,
    method: 'POST',
    path: '/support-cases/:id/messages',
    summary: 'Write on in a case; one that was closed is open again',
    useCase: writeOn,
    params: IdParams,
    body: Type.Object({ body: CaseText }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: params.id.toLowerCase(), text: body.body }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/support-cases/:id/closure',
    summary: 'Close a case that needs no answer any more',
    useCase: closeOwnCase,
    params: IdParams,
    body: NoBody,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
  }),
]
