/** What a page offers next, so that no link fails silently (field.md 3b-4). */
export const nextSteps = [
  'signIn',
  'register',
  'switchAccount',
  'forwardToAdministrator',
  'askFreshLink',
  'contactPartner',
  'openOtherCloud',
  'readAgreementAgain',
  'seePartner',
  'none',
] as const
export type NextStep = (typeof nextSteps)[number]

/**
 * Every way an invitation can fail, with its next step. One code for the page and for the partner's row (decision 6);
 * the texts stand in src/language. The rule of a cloud behind one: clouds/rule-of-reason.ts. `foreign` ones are told with 403: the caller is the wrong one, not the moment (B101).
 */
export const invitationReasons = {
  unknownLink: { next: 'contactPartner' },
  linkAltered: { next: 'contactPartner' },
  linkReplaced: { next: 'contactPartner' },
  withdrawn: { next: 'askFreshLink' },
  declined: { next: 'contactPartner' },
  alreadyAccepted: { next: 'contactPartner' },
  expired: { next: 'askFreshLink' },
  partnerSuspended: { next: 'contactPartner' },
  partnerAgreementUnsigned: { next: 'contactPartner' },
  askerLostRight: { next: 'contactPartner' },
  indirectResellerMayNotInvite: { next: 'contactPartner' },
  jointRequestsNotOffered: { next: 'contactPartner' },
  tenantClosed: { next: 'contactPartner' },
  jointPartnershipEnded: { next: 'contactPartner' },
  notSignedIn: { next: 'signIn' },
  ownTenant: { next: 'switchAccount', isForeign: true },
  wrongAccount: { next: 'switchAccount', isForeign: true },
  noCustomerTenant: { next: 'register', isForeign: true },
  wrongRole: { next: 'forwardToAdministrator', isForeign: true },
  wrongCloud: { next: 'openOtherCloud' },
  wrongRegion: { next: 'contactPartner' },
  onePartnerOnly: { next: 'seePartner' },
  pairedWithProvider: { next: 'contactPartner' },
  alreadyRelated: { next: 'seePartner' },
  notRelated: { next: 'contactPartner' },
  privilegesHeld: { next: 'seePartner' },
  exclusiveServiceTaken: { next: 'seePartner' },
  agreementUnavailable: { next: 'contactPartner' },
  agreementChanged: { next: 'readAgreementAgain' },
  askChanged: { next: 'none' },
  cloudClosedToRegistration: { next: 'contactPartner' },
} as const satisfies Record<string, { readonly next: NextStep; readonly isForeign?: true }>

export type InvitationReason = keyof typeof invitationReasons

export function isForeign(reason: InvitationReason): boolean {
  return 'isForeign' in invitationReasons[reason]
}
