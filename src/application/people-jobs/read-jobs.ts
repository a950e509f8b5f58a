import type { JobRowState } from '../../domain/people-jobs/people-job.ts'
import type { Language } from '../../language/languages.ts'
import { type ReportedRow, reportedRows } from '../../store/people-job-row-store.ts'
import { listPeopleJobs } from '../../store/people-job-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import { explain } from '../relationship-requests/explain.ts'
import { describeJob, type DescribedJob } from './describe-job.ts'
import { findJob } from './own-job.ts'

export interface JobNamed {
  readonly id: string
  readonly reader: Language
}

const read: PeopleAct<JobNamed, DescribedJob> = {
  own: 'person.list',
  onBehalf: 'directoryUser.readLicenses',
  run: async (work, side, { id, reader }) => describeJob(work, side, await findJob(work, side, id), reader),
}

export const readPeopleJob = onOwnPeople(read)
export const readCustomersPeopleJob = onCustomersPeople(read)

/** Latest first; on behalf those of one's own organization. */
const list: PeopleAct<{ readonly page: PageAsk; readonly reader: Language }, Page<DescribedJob>> = {
  own: 'person.list',
  onBehalf: 'directoryUser.readLicenses',

  async run(work, side, { page, reader }) {
    const whose = { tenantId: side.tenantId, partnerId: side.by.isOnBehalf ? work.person.tenantId : undefined }
    const found = await readPage(work, page, {
      route: 'GET /people-jobs',
      filter: whose,
      read: (start, most) => listPeopleJobs(work.trx, whose, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const items: DescribedJob[] = []
    for (const { job } of found.items) items.push(await describeJob(work, side, job, reader))
    return { ...found, items }
  },
}

export const listOwnPeopleJobs = onOwnPeople(list)
export const listCustomersPeopleJobs = onCustomersPeople(list)

export interface JobRowsAsk extends JobNamed {
  readonly state: JobRowState | undefined
  readonly page: PageAsk
}

export type DescribedJobRow = ReturnType<typeof describeRow>

/** The report, row by row, in the order of the file or of the list. */
const rows: PeopleAct<JobRowsAsk, Page<DescribedJobRow>> = {
  own: 'person.list',
  onBehalf: 'directoryUser.readLicenses',

  async run(work, side, { id, state, page, reader }) {
    const job = await findJob(work, side, id)
    const found = await readPage(work, page, {
      route: 'GET /people-jobs/:id/rows',
      filter: { id, state },
      read: (start, most) => reportedRows(work.trx, job, state, { start, most }),
      keysOf: ({ line }) => [line],
    })
    return { ...found, items: found.items.map((row) => describeRow(row, reader)) }
  },
}

export const listPeopleJobRows = onOwnPeople(rows)
export const listCustomersPeopleJobRows = onCustomersPeople(rows)

function describeRow({ line, personId, stated, state, reasonCode, reasonSku, displayName, userPrincipalName }: ReportedRow, reader: Language) {
  return {
    line,
    state,
    personId: displayName === null ? null : personId,
    displayName: displayName ?? (stated.displayName || null),
    userPrincipalName: userPrincipalName ?? (stated.userPrincipalName || null),
    why: reasonCode === null ? null : explain(reader, reasonCode),
    sku: reasonSku,
  }
}
