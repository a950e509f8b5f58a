import { type Static, Type } from 'typebox'
import { type EnrolmentView, readEnrolment } from '../../application/operator/read-enrolment.ts'
import { listPartnerAgreements } from '../../application/operator/list-partner-agreements.ts'
import { publishPartnerAgreement } from '../../application/operator/publish-partner-agreement.ts'
import { recordLegalDetails } from '../../application/operator/record-legal-details.ts'
import { recordOutsideAgreement } from '../../application/operator/record-outside-agreement.ts'
import { recordProgrammeId } from '../../application/operator/record-programme-id.ts'
import { type EnrolmentStepName, enrolmentSteps } from '../../domain/partners/enrolment.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Id, IdParams, Instant, Language, Maybe, strict, Text } from '../schemas.ts'
import { OperatorPartner, presentPartner } from './operator-partners.ts'

const Step = Type.Object({
  step: Type.Unsafe<EnrolmentStepName>(Type.String({ enum: [...enrolmentSteps] })),
  status: Type.Union([Type.Literal('done'), Type.Literal('open'), Type.Literal('refused')]),
  at: Maybe(Instant),
  by: Type.Union([Type.String(), Type.Null()], { description: 'The name of who did or recorded it.' }),
  how: Type.Union([Type.String(), Type.Null()], { description: 'automatic, recorded, portal, outside or dnsProof.' }),
  note: Maybe(Type.String()),
})

const shownDetails = {
  legalName: Type.String(),
  addressLine1: Type.String(),
  addressLine2: Maybe(Type.String()),
  city: Type.String(),
  state: Maybe(Type.String()),
  postalCode: Maybe(Type.String()),
  contactName: Type.String(),
  contactMail: Type.String(),
  contactPhone: Maybe(Type.String()),
  supportMail: Type.String(),
  supportPhone: Maybe(Type.String()),
}

export const OperatorEnrolment = Type.Object({
  partner: OperatorPartner,
  steps: Type.Array(Step, { description: 'What enrolment needs, in order.' }),
  legalDetails: Type.Union([Type.Object(shownDetails), Type.Null()]),
})
export type OperatorEnrolment = Static<typeof OperatorEnrolment>

export const PartnerAgreementRow = Type.Object({
  id: Id,
  cloud: Type.String(),
  number: Type.Integer(),
  publishedAt: Instant,
  texts: Type.Array(Type.Object({ language: Type.String(), title: Type.String(), sha256: Type.String() })),
})
export type PartnerAgreementRow = Static<typeof PartnerAgreementRow>

const Phone = Maybe(Type.String({ pattern: '^[+]?[0-9 ()./-]{3,40}$', description: 'Digits, spaces and + ( ) . / -.' }))
const Note = Type.Optional(Maybe(Text(2_000, 0)))
const DetailsBody = Type.Object(
  {
    legalName: Text(400),
    addressLine1: Text(200),
    addressLine2: Maybe(Text(200, 0)),
    city: Text(100),
    state: Maybe(Text(100, 0)),
    postalCode: Maybe(Text(20, 0)),
    contactName: Text(400),
    contactMail: Text(320),
    contactPhone: Phone,
    supportMail: Text(320),
    supportPhone: Phone,
    note: Note,
  },
  strict,
)

/** Every act on an enrolment answers with the whole of it. */
const ofOnePartner = { params: IdParams, answer: OperatorEnrolment, tag: 'Operator', present: presentEnrolment } as const
const act = { ...ofOnePartner, status: 200, keyKeptForDays: 1 } as const

export const operatorEnrolmentRoutes: AnyRoute[] = [
  route({
    ...ofOnePartner,
    method: 'GET',
    path: '/operator/partners/:id',
    summary: 'Read one partner and how far its enrolment has come',
    useCase: readEnrolment,
    input: ({ params }) => ({ id: params.id }),
  }),
  route({
    ...act,
    method: 'POST',
    path: '/operator/partners/:id/programme-id',
    summary: 'Record the programme id of a partner',
    useCase: recordProgrammeId,
    body: Type.Object({ programmeId: Text(10), country: Country, note: Note }, strict),
    input: ({ params, body }) => ({ which: params.id, programmeId: body.programmeId, country: body.country, note: body.note ?? null }),
  }),
  route({
    ...act,
    method: 'POST',
    path: '/operator/partners/:id/legal-details',
    summary: 'Record legal name, address, contact and support of a partner',
    useCase: recordLegalDetails,
    body: DetailsBody,
    input: ({ params, body }) => ({ ...body, which: params.id, note: body.note ?? null }),
  }),
  route({
    ...act,
    method: 'POST',
    path: '/operator/partners/:id/outside-agreement',
    summary: 'Record that a partner signed its agreement outside this installation',
    useCase: recordOutsideAgreement,
    body: Type.Object({ note: Note }, strict),
    input: ({ params, body }) => ({ which: params.id, note: body.note ?? null }),
  }),
  route({
    method: 'GET',
    path: '/operator/partner-agreements',
    summary: 'List the published partner agreements',
    tag: 'Operator',
    useCase: listPartnerAgreements,
    answer: Type.Object({ items: Type.Array(PartnerAgreementRow) }),
    input: () => ({}),
    present: (versions) => ({ items: versions.map(presentVersion) }),
  }),
  route({
    method: 'POST',
    path: '/operator/partner-agreements',
    summary: 'Publish a version of the partner agreement of a cloud',
    tag: 'Operator',
    useCase: publishPartnerAgreement,
    body: Type.Object(
      { cloud: Text(40), texts: Type.Array(Type.Object({ language: Language, title: Text(200), body: Text(500_000) }, strict), { minItems: 1, maxItems: 20 }) },
      strict,
    ),
    answer: PartnerAgreementRow,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentVersion,
  }),
]

function presentEnrolment({ partner, steps, legalDetails }: EnrolmentView): OperatorEnrolment {
  return {
    partner: presentPartner(partner),
    steps: steps.map(({ step, status, at, by, how, note }) => ({ step, status, at: at?.toISOString() ?? null, by, how, note })),
    legalDetails,
  }
}

function presentVersion({ id, cloud, number, publishedAt, texts }: Awaited<ReturnType<typeof publishPartnerAgreement.run>>): PartnerAgreementRow {
  return { id, cloud, number, publishedAt: publishedAt.toISOString(), texts: texts.map((text) => ({ ...text })) }
}
