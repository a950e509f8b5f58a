import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { answerCase, listAllCases, readAnyCase, settleCase } from '../../application/support/operator-cases.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, NoBody, PageSize, strict } from '../schemas.ts'
import { CaseStatus, CaseText, presentCase, presentWholeCase, SupportCaseList, SupportCaseView } from './support-schemas.ts'

const whole = { tag: 'Operator', answer: SupportCaseView, present: presentWholeCase } as const

const settle = (act: 'close' | 'reopen', noun: string, summary: string) =>
  route({
    ...whole,
    method: 'POST',
    path: `/operator/support-cases/:id/${noun}`,
    summary,
    useCase: settleCase,
    params: IdParams,
    body: NoBody,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: params.id.toLowerCase(), act }),
  })

export const operatorSupportRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/support-cases',
    summary: 'List what people ask the operator, latest change first',
    tag: 'Operator',
    useCase: listAllCases,
    query: Type.Object({ status: Type.Optional(CaseStatus), tenant: Type.Optional(Id), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: SupportCaseList,
    input: ({ query }) => ({ status: query.status, tenantId: query.tenant?.toLowerCase(), size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentCase), next, previous }),
  }),
  route({ ...whole, method: 'GET', path: '/operator/support-cases/:id', summary: 'Read a case with its messages', useCase: readAnyCase, params: IdParams, input: ({ params }) => ({ id: params.id.toLowerCase() }) }),
  route({
    ...whole,
    method: 'POST',
    path: '/operator/support-cases/:id/answers',
    summary: 'Answer a case; who asked is told by mail',
    useCase: answerCase,
    params: IdParams,
    body: Type.Object({ body: CaseText }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: params.id.toLowerCase(), text: body.body }),
  }),
  settle('close', 'closure', 'Close a case; who asked is told by mail'),
  settle('reopen', 'reopening', 'Open a closed case again'),
]
