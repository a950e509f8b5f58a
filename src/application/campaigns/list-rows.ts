import type { Language } from '../../language/languages.ts'
import { type ReportedRow, reportedRows, type RowStanding } from '../../store/campaign-report-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'
import { findOwnCampaign } from './own-campaign.ts'

export interface RowListAsk extends PageAsk {
  readonly id: string
  readonly state: RowStanding | undefined
  readonly reader: Language
}

export type DescribedCampaignRow = ReturnType<typeof describeRow>

/** The report: each row as it stood in the file, what became of it and why not. */
export const listCampaignRows: UseCase<RowListAsk, Page<DescribedCampaignRow>> = {
  action: 'campaign.read',

  async run(work, { id, state, size, cursor, reader }) {
    const campaign = await findOwnCampaign(work, id)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /campaigns/:id/rows',
      filter: { id, state },
      read: (start, most) => reportedRows(work.trx, campaign, { standing: state, now: work.now }, { start, most }),
      keysOf: ({ row }) => [row.stated.line],
    })
    return { ...page, items: page.items.map((one) => describeRow(one, reader)) }
  },
}

export function describeRow({ row, standing, blockedBy }: ReportedRow, reader: Language) {
  const { line, companyName, domain, tenantId, mail } = row.stated
  const why = blockedBy ?? (standing === 'refused' ? row.reasonCode : null)
  return {
    line,
    state: standing,
    companyName: companyName || null,
    domain: row.namedDomain ?? (domain || null),
    customerId: row.namedCustomerId ?? (tenantId || null),
    country: row.country ?? (row.stated.country || null),
    language: row.language ?? (row.stated.language || null),
    mail: mail || null,
    requestId: row.requestId,
    isBlocked: blockedBy !== null,
    why: why === null ? null : explain(reader, why),
    mails: row.mails,
    mailedAt: row.mailedAt?.toISOString() ?? null,
  }
}
