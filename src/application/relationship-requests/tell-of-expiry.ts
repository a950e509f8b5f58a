import { runsOut } from '../../domain/relationship-requests/decide.ts'
import { takeRequestsRunningOut } from '../../store/relationship-request-store.ts'
import type { UseCase } from '../use-case.ts'

const batch = 100

/** A week before the end, or in the last quarter of a shorter life. */
const days = 7

/** Tells whoever asked that a request runs out soon, once for each; a batch at a time, the caller repeats until none is left. */
export const tellOfExpiry: UseCase<void, number> = {
  action: 'relationshipRequest.expire',

  async run({ trx, now, record }) {
    const requests = await takeRequestsRunningOut(trx, { now, days, most: batch })
    for (const request of requests) await record(runsOut(request))
    return requests.length
  },
}
