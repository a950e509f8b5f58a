import { DomainError } from '../../domain/errors.ts'
import type { LicenseWish } from '../../domain/licenses/license.ts'
import { begin } from '../../domain/people-jobs/decide.ts'
import { mostPeople } from '../../domain/people-jobs/people-job.ts'
import type { Language } from '../../language/languages.ts'
import { insertUserRows } from '../../store/people-job-row-store.ts'
import { insertPeopleJob } from '../../store/people-job-store.ts'
import { listPeopleOf } from '../../store/people-list-store.ts'
import { ownedBy, refuseUnknownWishes } from '../licenses/change-licenses.ts'
import { type PeopleAsk, peopleFilter } from '../people/list-people.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct, type PeopleSide } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'
import { describeJob, type DescribedJob } from './describe-job.ts'
import { aJob, putJobToWork } from './own-job.ts'

export interface LicenseJobWish {
  /** those who were picked, or everybody whom the list shows so */
  readonly people: { readonly ids: readonly string[] } | { readonly asked: PeopleAsk }
  readonly wishes: readonly LicenseWish[]
  readonly reader: Language
}

/** Licenses of many users, as a job: who it is about is settled now, what becomes of each when their turn comes. */
const beginning: PeopleAct<LicenseJobWish, DescribedJob> = {
  own: 'person.assignLicenses',
  onBehalf: 'directoryUser.assignLicenses',

  async run(work, side, { people, wishes, reader }) {
    refuseUnknownWishes(wishes, await ownedBy(work, side.tenantId))
    const ids = 'ids' in people ? [...new Set(people.ids)] : await matching(work, side, people.asked)
    if (ids.length === 0) throw wrong('nobodyPicked')
    if (ids.length > mostPeople) throw wrong('tooManyPeople')
    const { next, event } = begin(aJob(work, side, { kind: 'licenses', status: 'running', wishes, rowCount: ids.length }))
    await insertPeopleJob(work.trx, next)
    await insertUserRows(work.trx, next, ids)
    await putJobToWork(work, next)
    side.record(event)
    return describeJob(work, side, next, reader)
  },
}

export const beginLicenseJob = onOwnPeople(beginning)
export const beginCustomersLicenseJob = onCustomersPeople(beginning)

async function matching({ trx }: Work, { tenantId }: PeopleSide, asked: PeopleAsk): Promise<string[]> {
  const found = await listPeopleOf(trx, tenantId, peopleFilter(asked), { start: undefined, most: mostPeople + 1 })
  return found.map(({ person }) => person.id)
}

function wrong(reason: 'nobodyPicked' | 'tooManyPeople'): DomainError {
  return new DomainError('invalidInput', `The job cannot be so: ${reason}.`, { reason, field: 'people', limit: mostPeople })
}
