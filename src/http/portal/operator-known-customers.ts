import { type Static, Type } from 'typebox'
import { tieOutcomes } from '../../application/known-ties/import-known-ties.ts'
import { checkTiesFile, takeTiesFile, type TiesReport } from '../../application/known-ties/take-ties-file.ts'
import { reasonText } from '../../language/error-text.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Maybe, strict } from '../schemas.ts'

/** Characters of a file that a request may bring; the request itself has one megabyte. */
const longestText = 700_000

export const KnownTiesReport = Type.Object({
  listed: Type.Integer({ description: 'The partner is enrolled and has the customer on its list.' }),
  waiting: Type.Integer({ description: 'Comes onto the list when the partner is enrolled.' }),
  present: Type.Integer({ description: 'Known already; nothing changes.' }),
  refused: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      row: Type.Integer({ description: 'In the file, from 1, the head row included.' }),
      partnerDomain: Type.String(),
      partnerName: Maybe(Type.String()),
      customer: Type.String({ description: 'Its name; as it was written where it was not found.' }),
      outcome: Type.Enum([...tieOutcomes]),
      reasonCode: Maybe(Type.String()),
      reasonText: Maybe(Type.String()),
    }),
    { description: 'Of a check every row; of an import those that were refused.' },
  ),
})
export type KnownTiesReport = Static<typeof KnownTiesReport>

const Body = Type.Object({ file: Type.String({ maxLength: longestText, description: 'CSV, as docs/known-customers-file.md describes it; at most 5,000 rows.' }) }, strict)

export const operatorKnownCustomerRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/operator/known-customer-checks',
    summary: 'See what would become of every row of a file of known customers; keeps nothing',
    tag: 'Operator',
    useCase: checkTiesFile,
    body: Body,
    answer: KnownTiesReport,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: presentReport,
  }),
  route({
    method: 'POST',
    path: '/operator/known-customers',
    summary: 'Record which customers partners are known to have from elsewhere; gives nobody any right',
    tag: 'Operator',
    useCase: takeTiesFile,
    body: Body,
    answer: KnownTiesReport,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: presentReport,
  }),
]

function presentReport({ listed, waiting, present, refused, reader, rows }: TiesReport): KnownTiesReport {
  const explained = rows.map(({ reason, ...row }) => ({ ...row, reasonCode: reason, reasonText: reason === null ? null : (reasonText(reader, reason) ?? null) }))
  return { listed, waiting, present, refused, rows: explained }
}
