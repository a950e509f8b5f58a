import { forgetPasswords, forgetPeopleJobs } from '../../store/issued-password-store.ts'
import type { UseCase } from '../use-case.ts'

/** How long the report of a job is kept. */
const reportDays = 30

/** Passwords that open nothing any more, and reports that are a month old with what stood in their files. */
export const forgetOldPeopleJobs: UseCase<void, number> = {
  action: 'installation.run',

  async run({ trx, env }) {
    const now = env.clock()
    return (await forgetPasswords(trx, now)) + (await forgetPeopleJobs(trx, new Date(now.getTime() - reportDays * 86_400_000)))
  },
}
