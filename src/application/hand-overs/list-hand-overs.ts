import type { HandOverStatus } from '../../domain/hand-overs/hand-over.ts'
import { listHandOversOf } from '../../store/hand-over-list-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedHandOverRow, describeHandOverRow } from './describe-hand-over.ts'
import { partiesKnownTo } from './gather-facts.ts'

export interface HandOverListInput extends PageAsk {
  readonly status: HandOverStatus | undefined
}

/** The hand-overs in which this organization takes part; a customer's begin when both partners have agreed. */
export const listHandOvers: UseCase<HandOverListInput, Page<DescribedHandOverRow>> = {
  action: 'handOver.list',

  async run(work, { size, cursor, status }) {
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /hand-overs',
      filter: { status },
      read: (start, most) => listHandOversOf(work.trx, work.person.tenantId, { status, now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await Promise.all(page.items.map(async ({ handOver }) => describeHandOverRow(work, handOver, await partiesKnownTo(work, handOver)))) }
  },
}
