import type { Actor } from '../../domain/actor.ts'
import { customerFileHead } from './customer-csv.ts'
import { customerFilter, type CustomerListAsk } from './customer-filter.ts'
import { exportedRows, type RunningExport } from './exported-rows.ts'
import type { UseCase } from '../use-case.ts'

export interface ExportAsk {
  readonly asked: CustomerListAsk
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
}

/**
 * Begins the export of the partner's customers [S4.L6.3]: records who asked for what, before the first row leaves, and gives
 * the file piece by piece. Each piece is read in a transaction of its own, so nothing is gathered and nothing held. A customer
 * that is renamed while an export in the order of names runs may stand twice or be missed; nobody else is (decision 26).
 */
export const exportCustomers: UseCase<ExportAsk, RunningExport> = {
  action: 'customer.export',

  async run(work, { asked, identify }) {
    const filter = customerFilter(asked)
    const exportId = work.newId()
    const { search, match, country, tag, sharedWith, privileges, sort, descending } = asked
    const narrowing = { search, ...(search !== undefined && { match }), country, tag, sharedWith, privileges }
    const isNarrowed = Object.values(narrowing).some((value) => value !== undefined)
    await work.record({
      type: 'customerExport.started',
      resource: { type: 'customerExport', id: exportId },
      readers: [{ tenantId: work.person.tenantId }],
      data: { kind: isNarrowed ? 'shown' : 'all', filter: { ...narrowing, sort, descending } },
    })
    return exportedRows(work.env, { exportId, tenantId: work.person.tenantId, clockOffset: work.actor.clockOffset, filter, identify, head: customerFileHead })
  },
}
