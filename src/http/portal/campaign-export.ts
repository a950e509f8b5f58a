import { Type } from 'typebox'
import { campaignColumns } from '../../application/campaigns/campaign-csv.ts'
import { exportCampaign } from '../../application/campaigns/export-campaign.ts'
import { canonicalId } from '../../domain/ids.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, strict } from '../schemas.ts'
import { RowStanding } from './campaign-schemas.ts'

/** Always the same ASCII name (rule R20); the portal gives the file one in the reader's language. */
const fileName = 'campaign.csv'

export const campaignExportRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/campaigns/:id/export',
    summary: 'Export the rows of a campaign to a file: all, or those in one state',
    tag: 'Campaigns',
    useCase: exportCampaign,
    params: IdParams,
    body: Type.Object({ state: Type.Optional(RowStanding) }, { ...strict, description: 'Empty for all rows.' }),
    answer: Type.String({
      description:
        `text/csv in UTF-8 with byte order mark, RFC 4180, one head row. Columns: ${campaignColumns.join(', ')}. Reason is a code; Explanation is its sentence in the reader’s language. ` +
        'A cell that a spreadsheet would run as a formula gets a leading apostrophe. ' +
        'Sent while it is read: where the right to it ends meanwhile, the connection is broken off without an end.',
    }),
    budget: 'export',
    input: ({ params, body, request }) => ({ id: canonicalId(params.id)!, state: body.state as never, reader: readerLanguage(request), identify: request.identify }),
    // A stream passes the serializer untouched.
    present: (running) => brokenOffWhenOver(running) as never,
    reply: (_running, reply) => {
      reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`)
    },
  }),
]
