import { expire } from '../../domain/relationship-requests/decide.ts'
import { lockDueRequests, saveRequest } from '../../store/relationship-request-store.ts'
import type { UseCase } from '../use-case.ts'

const batch = 100

/** Makes the record agree with the truth, a batch at a time; gives back how many. The caller repeats until none is left. */
export const expireDueRequests: UseCase<void, number> = {
  action: 'relationshipRequest.expire',

  async run({ trx, now, record }) {
    const due = await lockDueRequests(trx, now, batch)
    for (const request of due) {
      const { next, event } = expire(request, now)
      await saveRequest(trx, next)
      await record(event)
    }
    return due.length
  },
}
