import type { Session as SessionAnswer } from '../../../src/http/portal/session-view.ts'

/** Answers that every portal reads. Pages take theirs from src/http/portal, as types only. */

export type { SessionAnswer }

export type SignedInSession = Extract<SessionAnswer, { signedIn: true }>

/** Nobody yet, or somebody who still owes the second factor: both stand before the door. */
export type VisitorSession = Pick<SessionAnswer, 'csrfToken' | 'installation'> & {
  signedIn: false
  awaits: Exclude<SignedInSession['awaits'], null> | null
}

export type Session = SignedInSession | VisitorSession

/** With `chooseOwnPassword` nobody is signed in: the invitation opens the page on which an own password is chosen. */
export type SignInStep = { next: 'signedIn' | 'secondFactor' | 'enrolSecondFactor' | 'chooseOwnPassword'; invitation?: string }

export type TotpEnrolment = { secret: string; uri: string; qrSvg: string }

export type RecoveryCodes = { recoveryCodes: readonly string[] }

export type PersonInvitation = { displayName: string; tenantName: string; userPrincipalName: string; hasProvider: boolean }

/** A page of a list, with sealed cursors to its neighbours. */
export type Page<Row> = { items: readonly Row[]; next: string | null; previous: string | null }
