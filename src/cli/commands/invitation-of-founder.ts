import { type HandedOutLink, handOutCode } from '../../application/mail/hand-out-code.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import type { CommandContext } from '../command.ts'

/** Where mails do not leave, whoever founded the organization hands the link to its first administrator; shown this once. */
export async function founderLink({ env }: CommandContext, personId: string): Promise<HandedOutLink | null> {
  return env.mailLeaves ? null : performNow(env, handOutCode, theSystem, { personId, kind: 'personInvitation' })
}

export function describeLink(link: HandedOutLink | null, who = 'first administrator'): string {
  return link === null
    ? `The ${who} is invited by mail.`
    : `Mails do not leave this installation. Give this link to the ${who}; it is shown this once:\n\n  ${link.link}\n`
}
