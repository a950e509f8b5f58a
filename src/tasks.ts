import type { Environment } from './application/environment.ts'
import { composeMails } from './application/mail/compose-mails.ts'
import { performNow } from './application/perform.ts'
import type { UseCase } from './application/use-case.ts'
import { sendMail } from './delivery/mail/send-mail.ts'
import type { MailTransport } from './delivery/mail/smtp.ts'
import { theSystem } from './domain/actor.ts'
import { schedule } from './jobs/schedule.ts'

type Task = (payload: unknown) => Promise<void>

/** Every job by its name in the queue: the schedule's, and those that acts put there. */
export function tasksOf(env: Environment, transport: MailTransport | undefined): Record<string, Task> {
  const scheduled = schedule.map(({ task, useCase }) => [task, () => untilDone(env, useCase)] as const)
  return {
    ...Object.fromEntries(scheduled),
    'compose-mails': async (payload) => {
      await performNow(env, composeMails, theSystem, payload as { eventId: string })
    },
    'send-mail': (payload) => sendMail(env, transport, (payload as { mailId: string }).mailId),
  }
}

/** Batch after batch, each in a transaction of its own. */
async function untilDone(env: Environment, useCase: UseCase<void, number>): Promise<void> {
  while ((await performNow(env, useCase, theSystem, undefined)) > 0) continue
}
