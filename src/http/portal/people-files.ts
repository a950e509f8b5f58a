import { Type } from 'typebox'
import { exportCustomersPeople, exportPeople, type ExportPeopleAsk } from '../../application/people/export-people.ts'
import type { RunningExport } from '../../application/exports/running-export.ts'
import type { UseCase } from '../../application/use-case.ts'
import { canonicalId } from '../../domain/ids.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, strict } from '../schemas.ts'
import { peopleAskOf, peopleNarrowing, type PeopleNarrowing } from './people-schemas.ts'

/** Always the same ASCII name (rule R20); the portal gives the file one in the reader's language. */
const fileName = 'users.csv'

/** The list of people as a file, of one's own organization and of a customer under admin privileges. */
export const peopleFileRoutes: AnyRoute[] = [
  exportRoute('', { tag: 'People', whose: 'the people of one’s own organization', useCase: exportPeople }),
  exportRoute('/customers/:id', { tag: 'On behalf of a customer', whose: 'the people of a customer under admin privileges', useCase: exportCustomersPeople as UseCase<ExportPeopleAsk, RunningExport> }),
]

interface Side {
  readonly tag: string
  readonly whose: string
  readonly useCase: UseCase<ExportPeopleAsk, RunningExport>
}

function exportRoute(base: string, { tag, whose, useCase }: Side): AnyRoute {
  const isCustomers = base !== ''
  return route({
    method: 'POST',
    path: `${base}/people/export`,
    summary: `Export ${whose} to a file: all, or what the given search and filters show`,
    tag,
    useCase,
    ...(isCustomers && { params: IdParams }),
    body: Type.Object(peopleNarrowing, { ...strict, description: 'Empty for the whole list. The same words as in the query of the list.' }),
    answer: Type.String({
      description:
        'text/csv in UTF-8 with byte order mark, RFC 4180, one head row. Columns: User principal name, Display name, First name, Last name, Usage location, Mail, Roles, State, Created at, Last sign-in, User ID. ' +
        'Lists stand in one cell with | between them. A cell that a spreadsheet would run as a formula gets a leading apostrophe. ' +
        'Sent while it is read: where the right to it ends meanwhile, the connection is broken off without an end.',
    }),
    budget: 'export',
    input: ({ params, body, request }) => ({
      asked: peopleAskOf(body as PeopleNarrowing),
      identify: request.identify,
      ...(isCustomers && { customerId: canonicalId((params as { id: string }).id)! }),
    }),
    // A stream passes the serializer untouched.
    present: (running) => brokenOffWhenOver(running) as never,
    reply: (_running, reply) => {
      reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`)
    },
  })
}
