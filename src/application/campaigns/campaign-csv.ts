import { byteOrderMark, csvRow } from '../../text/csv.ts'
import type { ReportedRow } from '../../store/campaign-report-store.ts'
import type { DescribedCampaignRow } from './list-rows.ts'

/**
 * The same in every language. Those that a list is read by keep their names, so that the file can be corrected and come back
 * as a list; instants are UTC.
 */
export const campaignColumns = [
  'Row', 'Tenant ID', 'Company name', 'Primary domain', 'Country', 'Cloud', 'Mail', 'Language', 'State', 'Stopped', 'Reason', 'Explanation', 'Request ID', 'Mails', 'Last mail', 'Asked', 'Sent', 'Opened',
  'Answered', 'Valid until',
] as const

/** The first bytes of the file: byte order mark and head row. */
export const campaignFileHead = byteOrderMark + csvRow(campaignColumns)

/** What the page shows of a row, with the dates of its request. */
export function campaignRow({ row, dates }: ReportedRow, shown: DescribedCampaignRow): string {
  const { line, customerId, companyName, domain, country, mail, language, state, isBlocked, why, requestId, mails, mailedAt } = shown
  const { created_at: asked, shared_at: sent, opened_at: opened, answered_at: answered, expires_at: expires } = dates
  return csvRow([
    String(line),
    ...[customerId, companyName, domain, country, row.stated.cloud, mail, language].map((text) => text ?? ''),
    state,
    isBlocked ? 'yes' : '',
    ...[why?.reasonCode, why?.reasonText, requestId].map((text) => text ?? ''),
    String(mails),
    mailedAt ?? '',
    ...[asked, sent, opened, answered, expires].map((at) => at?.toISOString() ?? ''),
  ])
}
