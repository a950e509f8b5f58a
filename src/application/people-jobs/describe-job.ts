import { openJobActs } from '../../domain/people-jobs/decide.ts'
import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import type { Language } from '../../language/languages.ts'
import { countPasswords } from '../../store/issued-password-store.ts'
import { ownedBy } from '../licenses/change-licenses.ts'
import type { PeopleSide } from '../people/people-side.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'

export type DescribedJob = Awaited<ReturnType<typeof describeJob>>

/** How far it is, and what the reader may do with it. */
export async function describeJob(work: Work, side: PeopleSide, job: PeopleJob, reader: Language) {
  const names = job.wishes.length === 0 ? new Map<string, string>() : new Map((await ownedBy(work, side.tenantId)).map(({ sku, name }) => [sku, name[reader]]))
  const passwordsLeft = job.kind === 'upload' ? await countPasswords(work.trx, job, work.now) : 0
  const isMine = job.createdBy === work.person.personId
  return {
    ...{ id: job.id, kind: job.kind, status: job.status, isOnBehalf: job.partnerId !== null },
    licenses: job.wishes.map(({ sku, act, disabledPlans }) => ({ sku, name: names.get(sku) ?? sku, act, disabledPlans: [...disabledPlans] })),
    rows: { total: job.rowCount, checked: job.checkedCount, done: job.doneCount, unchanged: job.unchangedCount, refused: job.refusedCount },
    pausedBecause: job.pauseReason === null ? null : explain(reader, job.pauseReason),
    passwordsLeft: isMine ? passwordsLeft : 0,
    createdAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
    can: [
      ...openJobActs(job).filter((act) => act !== 'finish' && act !== 'finishCheck' && act !== 'pause' && (act !== 'start' || job.refusedCount < job.rowCount)),
      ...(isMine && passwordsLeft > 0 ? ['takePasswords'] : []),
    ],
    version: job.version,
  }
}
