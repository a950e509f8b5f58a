import { Type } from 'typebox'
import { exportCustomers } from '../../application/customers/export-customers.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { type AnyRoute, route } from '../route.ts'
import { strict } from '../schemas.ts'
import { listAskOf, narrowing } from './customer-list-schemas.ts'

/** Always the same ASCII name (rule R20); the portal gives the file one in the reader's language. */
const fileName = 'customers.csv'

export const customerExportRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/customers/export',
    summary: 'Export the customer list to a file: all, or what the given search and filters show',
    tag: 'Customers',
    useCase: exportCustomers,
    body: Type.Object(narrowing, { ...strict, description: 'Empty for the whole list. The same words as in the query of `GET /customers`.' }),
    answer: Type.String({
      description:
        'text/csv in UTF-8 with byte order mark, RFC 4180, one head row. Columns: Tenant ID, Company name, Primary domain, Relationship, Country, Channels, Tags, Privileges, Related since. ' +
        'Lists stand in one cell with | between them. A cell that a spreadsheet would run as a formula gets a leading apostrophe. ' +
        'Sent while it is read: where the right to it ends meanwhile, the connection is broken off without an end.',
    }),
    budget: 'export',
    input: ({ body, request }) => ({ asked: listAskOf(body), identify: request.identify }),
    // A stream passes the serializer untouched.
    present: (running) => brokenOffWhenOver(running) as never,
    reply: (_running, reply) => {
      reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`)
    },
  }),
]
