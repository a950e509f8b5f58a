/** Why letters are not sent to an address. */
export const mailBlockKinds = ['undeliverable', 'optedOut'] as const
export type MailBlockKind = (typeof mailBlockKinds)[number]

/** What is known of an address towards one sender. */
export interface MailStanding {
  readonly undeliverableSince: Date | null
  /** its reader wants no letters of this sender, or of anybody here */
  readonly isOptedOut: boolean
}

/** Letters to people who are not (yet) with us: each carries the way out, and none goes to who took it. */
const strangerLetters = new Set(['personInvited', 'mailConfirmation', 'registrationCode', 'partnerInvitation'])

/** Letters whose arrival proves the address; asked for by whoever says it is theirs, so they are tried again. */
const provingLetters = new Set(['mailConfirmation', 'registrationCode', 'passwordReset', 'testMessage'])

export function isToStranger(template: string): boolean {
  return strangerLetters.has(template)
}

/** Why this letter stays here; undefined where it may leave. */
export function blockOf(template: string, standing: MailStanding | undefined): MailBlockKind | undefined {
  if (!standing) return undefined
  if (standing.isOptedOut && isToStranger(template)) return 'optedOut'
  return standing.undeliverableSince !== null && !provingLetters.has(template) ? 'undeliverable' : undefined
}

/** One that is refused as often in a row is given up, whatever the words. */
const mostRefusals = 3

/** Enhanced status codes 5.1.x (RFC 3463, 3.2) say that there is no such address; other refusals may pass, a full mailbox for one. */
export function isUndeliverable(refusals: number, reply: string): boolean {
  return refusals >= mostRefusals || /^5\d\d[ -]5\.1\.\d{1,3}\b/.test(reply)
}
