import type { Environment } from './application/environment.ts'
import { workCampaign } from './application/campaigns/work-campaign.ts'
import { composeMails } from './application/mail/compose-mails.ts'
import { workPeopleJob } from './application/people-jobs/work-job.ts'
import { performNow } from './application/perform.ts'
import type { UseCase } from './application/use-case.ts'
import { sendMail } from './delivery/mail/send-mail.ts'
import type { MailTransport } from './delivery/mail/smtp.ts'
import { callConnector } from './delivery/provisioning/call-connector.ts'
import { theSystem } from './domain/actor.ts'
import { schedule } from './jobs/schedule.ts'
import type { Connections } from './store/connections.ts'
import { brokenInvariants } from './store/invariants.ts'
import { spanned } from './telemetry/telemetry.ts'

type Task = (payload: unknown) => Promise<void>

/** Beside the schedule: it reads the data as their owner, in one snapshot and outside any use case (rule R36). */
export const nightly = [{ task: 'check-invariants', at: '57 3 * * *' }] as const

/** Every job by its name in the queue: the schedule's, and those that acts put there. */
export function tasksOf(env: Environment, transport: MailTransport | undefined): Record<string, Task> {
  const scheduled = schedule.map(({ task, useCase }) => [task, () => untilDone(env, useCase)] as const)
  const tasks: Record<string, Task> = {
    ...Object.fromEntries(scheduled),
    'compose-mails': async (payload) => {
      await performNow(env, composeMails, theSystem, payload as { eventId: string })
    },
    'work-campaign': (payload) => workCampaign(env, (payload as { campaignId: string }).campaignId),
    provision: (payload) => callConnector(env, (payload as { subscriptionId: string }).subscriptionId),
    'work-people-job': (payload) => workPeopleJob(env, (payload as { jobId: string }).jobId),
    'send-mail': (payload) => sendMail(env, transport, (payload as { mailId: string }).mailId),
  }
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, observed(env, name, task)]))
}

/** What has to hold in the data is looked at every night; what does not is an error in the log, by its number and how often. */
export function nightlyTasks(env: Environment, connections: Connections): Record<string, Task> {
  const check = async () => {
    for (const { id, count } of await brokenInvariants(connections)) env.log.error({ code: id, count }, 'what has to hold in the data does not: run vinculo doctor')
  }
  return { 'check-invariants': observed(env, 'check-invariants', check) }
}

/** Counted, and a part of the trace of the act that put the job there. */
function observed(env: Environment, name: string, task: Task): Task {
  return async (payload) => {
    const begin = performance.now()
    const parent = (payload as { readonly traceparent?: unknown } | null)?.traceparent
    const ended = (outcome: 'done' | 'failed') => env.telemetry?.measures?.job(name, outcome, (performance.now() - begin) / 1_000)
    try {
      await spanned(env.telemetry, { name: `job ${name}`, kind: 'consumer', attributes: { 'vinculo.task': name }, parent: typeof parent === 'string' ? parent : undefined }, () => task(payload))
      ended('done')
    } catch (error) {
      ended('failed')
      throw error
    }
  }
}

/** Batch after batch, each in a transaction of its own. */
async function untilDone(env: Environment, useCase: UseCase<void, number>): Promise<void> {
  while ((await performNow(env, useCase, theSystem, undefined)) > 0) continue
}
