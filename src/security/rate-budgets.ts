/** Whose counter a limit turns. */
export type LimitedBy =
  /** one IPv4 address or one /64 of IPv6 */
  | 'address'
  /** the name typed into a form, known or not, folded by the caller */
  | 'account'
  /** the account as tried from one address block */
  | 'accountAtAddress'
  /** the account as tried from blocks where it never signed in before */
  | 'accountElsewhere'
  | 'person'
  | 'tenant'
  /** a mail address, folded by the caller */
  | 'recipient'
  /** one mail: this recipient, this occasion (for example the request's id) */
  | 'message'

export interface Limit {
  readonly by: LimitedBy
  readonly points: number
  /** Length of the window. */
  readonly seconds: number
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * Rule R39, one line a limit. The limits of a budget are charged in this order; the first that is used up refuses, so that
 * a source which is over its own limit cannot turn the counters of its victims.
 *
 * Nobody can lock another out. An account is limited as tried from one address block. All other sources together share
 * `accountElsewhere`, which bounds a spread-out guesser; it is not asked where the person signed in before, so a victim
 * goes on working from its usual place while somebody tries its account from a thousand others.
 */
export const rateBudgets = {
  /** Pages and calls before signing in. */
  anonymous: [{ by: 'address', points: 600, seconds: minute }],
  api: [
    { by: 'person', points: 6_000, seconds: minute },
    { by: 'tenant', points: 12_000, seconds: minute },
  ],
  /** Removing, revoking, withdrawing, ending sessions: of its own, so that no flood of other calls delays the end of a right. */
  revoke: [
    { by: 'person', points: 300, seconds: minute },
    { by: 'tenant', points: 1_200, seconds: minute },
  ],
  signIn: [
    { by: 'address', points: 30, seconds: 5 * minute },
    { by: 'accountAtAddress', points: 10, seconds: 15 * minute },
    { by: 'accountElsewhere', points: 100, seconds: hour },
  ],
  /** Three codes in a million are right at any time: 240 tries a day find one in four years on average. */
  secondFactor: [
    { by: 'address', points: 60, seconds: 5 * minute },
    { by: 'person', points: 10, seconds: hour },
  ],
  /** Each leaves a row for five minutes. */
  passkeyChallenge: [{ by: 'address', points: 120, seconds: 5 * minute }],
  /** Each asks a provider of somebody else. */
  outsideSignIn: [{ by: 'address', points: 60, seconds: 5 * minute }],
  /** Names no account, so the source alone is counted. */
  passkeySignIn: [{ by: 'address', points: 30, seconds: 5 * minute }],
  stepUp: [{ by: 'person', points: 10, seconds: 15 * minute }],
  passwordReset: [
    { by: 'address', points: 20, seconds: hour },
    { by: 'accountAtAddress', points: 3, seconds: hour },
    { by: 'account', points: 10, seconds: day },
  ],
  /** Presenting a secret that was mailed or handed out: reset, colleague invitation, confirmation of an address. */
  oneTimeSecret: [{ by: 'address', points: 30, seconds: 10 * minute }],
  invitationOpening: [{ by: 'address', points: 60, seconds: 10 * minute }],
  /** Asking the partner for a fresh link, from the page of an expired one. */
  freshLink: [
    { by: 'address', points: 20, seconds: hour },
    { by: 'message', points: 1, seconds: day },
  ],
  personInvitation: [
    { by: 'tenant', points: 200, seconds: day },
    { by: 'message', points: 1, seconds: day },
    { by: 'recipient', points: 10, seconds: day },
  ],
  /** Mails to an address that somebody says is theirs. */
  mailChange: [
    { by: 'person', points: 10, seconds: day },
    { by: 'recipient', points: 5, seconds: day },
  ],
  /** Vinculo sending a partner's draft, where the operator set up SMTP. */
  requestMail: [
    { by: 'tenant', points: 1_000, seconds: day },
    { by: 'message', points: 1, seconds: day },
    { by: 'recipient', points: 5, seconds: day },
  ],
  supportCase: [
    { by: 'person', points: 20, seconds: day },
    { by: 'tenant', points: 100, seconds: day },
  ],
  supportMessage: [
    { by: 'person', points: 60, seconds: hour },
    { by: 'tenant', points: 300, seconds: hour },
  ],
  /** A message of a customer, counted once for each partner it goes to. */
  enquiry: [
    { by: 'person', points: 20, seconds: day },
    { by: 'tenant', points: 40, seconds: day },
  ],
  testMail: [
    { by: 'person', points: 30, seconds: hour },
    { by: 'recipient', points: 10, seconds: hour },
  ],
  registration: [
    { by: 'address', points: 10, seconds: hour },
    { by: 'recipient', points: 3, seconds: hour },
  ],
  /** The named exception of decision 11: it says whether a domain is taken. */
  domainAvailability: [{ by: 'address', points: 60, seconds: 10 * minute }],
  /** The same, told by the refusal of a new customer; only those answers add up. */
  takenDomain: [
    { by: 'person', points: 30, seconds: 10 * minute },
    { by: 'tenant', points: 60, seconds: 10 * minute },
  ],
  /** Only what is refused adds up: a connector answers as often as it provisions. */
  connectorAnswer: [{ by: 'address', points: 300, seconds: 10 * minute }],
  export: [{ by: 'person', points: 30, seconds: hour }],
  /** A list of up to 10 000 customers each. */
  upload: [
    { by: 'person', points: 60, seconds: hour },
    { by: 'tenant', points: 120, seconds: hour },
  ],
  setUp: [{ by: 'address', points: 20, seconds: 10 * minute }],
} as const satisfies Record<string, readonly Limit[]>

export type RateBudget = keyof typeof rateBudgets
