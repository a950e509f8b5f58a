import { forgetIdempotencyKeys } from '../application/installation/forget-idempotency-keys.ts'
import { eraseDeletedPeople } from '../application/installation/erase-deleted-people.ts'
import { eraseClosedOrganizations } from '../application/installation/erase-closed-organizations.ts'
import { forgetOldEvidence } from '../application/installation/forget-old-evidence.ts'
import { forgetOldChallenges } from '../application/installation/forget-old-challenges.ts'
import { forgetOldNotifications } from '../application/notifications/forget-old-notifications.ts'
import { sendDigests } from '../application/notifications/send-digests.ts'
import { forgetOldOneTimeSecrets } from '../application/installation/forget-old-one-time-secrets.ts'
import { forgetOldRegistrations } from '../application/installation/forget-old-registrations.ts'
import { forgetOldSessions } from '../application/installation/forget-old-sessions.ts'
import { expireDueCarts } from '../application/carts/end-cart.ts'
import { wakeCampaigns } from '../application/campaigns/work-campaign.ts'
import { expireDueHandOvers } from '../application/hand-overs/end-hand-over.ts'
import { expireDueLeads, forgetOldLeads } from '../application/leads/leads-by-clock.ts'
import { forgetOldPeopleJobs } from '../application/people-jobs/forget-people-jobs.ts'
import { wakePeopleJobs } from '../application/people-jobs/work-job.ts'
import { expireDuePartnerships } from '../application/partnerships/withdraw-partnership.ts'
import { expireDueRequests } from '../application/relationship-requests/expire-due-requests.ts'
import { tellOfExpiry } from '../application/relationship-requests/tell-of-expiry.ts'
import { bookCycles } from '../application/subscriptions/book-cycles.ts'
import { expireDueTransfers } from '../application/transfers/end-transfer.ts'
import { endDueSubscriptions } from '../application/subscriptions/end-subscription.ts'
import type { UseCase } from '../application/use-case.ts'

export interface ScheduledTask {
  /** what the job queue calls it */
  readonly task: string
  /** five fields, UTC: minute, hour, day, month, weekday */
  readonly at: string
  /** repeated until it answers that nothing was left to do */
  readonly useCase: UseCase<void, number>
}

/**
 * Everything that happens by itself. Each line is a use case of the system that takes one batch and answers how many it
 * took. Being late is harmless everywhere: what has expired is refused by the clock, not by these.
 */
export const schedule: readonly ScheduledTask[] = [
  { task: 'expire-relationship-requests', at: '*/5 * * * *', useCase: expireDueRequests },
  { task: 'wake-campaigns', at: '* * * * *', useCase: wakeCampaigns },
  { task: 'wake-people-jobs', at: '* * * * *', useCase: wakePeopleJobs },
  { task: 'expire-partnerships', at: '4,34 * * * *', useCase: expireDuePartnerships },
  { task: 'expire-hand-overs', at: '9,39 * * * *', useCase: expireDueHandOvers },
  { task: 'book-cycles', at: '*/10 * * * *', useCase: bookCycles },
  { task: 'expire-carts', at: '9,39 * * * *', useCase: expireDueCarts },
  { task: 'expire-transfers', at: '9,39 * * * *', useCase: expireDueTransfers },
  { task: 'end-subscriptions', at: '9,39 * * * *', useCase: endDueSubscriptions },
  { task: 'expire-leads', at: '9,39 * * * *', useCase: expireDueLeads },
  { task: 'tell-of-expiry', at: '12,42 * * * *', useCase: tellOfExpiry },
  // Some time zones differ from UTC by a quarter of an hour.
  { task: 'send-digests', at: '*/15 * * * *', useCase: sendDigests },
  { task: 'forget-old-notifications', at: '57 2 * * *', useCase: forgetOldNotifications },
  { task: 'erase-closed-organizations', at: '7 3 * * *', useCase: eraseClosedOrganizations },
  { task: 'erase-deleted-people', at: '22 3 * * *', useCase: eraseDeletedPeople },
  { task: 'forget-idempotency-keys', at: '7 * * * *', useCase: forgetIdempotencyKeys },
  { task: 'forget-old-challenges', at: '47 * * * *', useCase: forgetOldChallenges },
  { task: 'forget-old-one-time-secrets', at: '17 2 * * *', useCase: forgetOldOneTimeSecrets },
  { task: 'forget-old-registrations', at: '27 2 * * *', useCase: forgetOldRegistrations },
  { task: 'forget-old-evidence', at: '57 2 * * *', useCase: forgetOldEvidence },
  { task: 'forget-old-leads', at: '47 2 * * *', useCase: forgetOldLeads },
  { task: 'forget-old-people-jobs', at: '52 2 * * *', useCase: forgetOldPeopleJobs },
  { task: 'forget-old-sessions', at: '37 2 * * *', useCase: forgetOldSessions },
]
