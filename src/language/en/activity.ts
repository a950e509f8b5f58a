import type { EventType } from '../../domain/events.ts'

/** One sentence per fact, as both sides read it in their activity. {actor} did it, {subject} is the person it was done to. Apostrophes are ’, because ' quotes in ICU messages. */
export const activity: Readonly<Record<EventType, string>> = {
  'installation.setUp': '{actor} set up this installation',
  'tenant.registered': '{actor} registered the organization',
  'tenant.imported': '{actor} added the organization',
  'tenant.updated': '{actor} changed the organization’s settings',
  'organization.updated': '{actor} changed the organization’s contact data',
  'person.invited': '{actor} invited {subject}',
  'person.joined': '{subject} joined the organization',
  'person.updated': '{actor} changed the profile of {subject}',
  'person.rolesChanged': '{actor} changed the roles of {subject}',
  'person.disabled': '{actor} disabled the account of {subject}',
  'person.enabled': '{actor} enabled the account of {subject}',
  'person.passwordResetAsked': 'A new password was asked for, for {subject}',
  'person.passwordChanged': '{subject} chose a new password',
  'person.secondFactorEnrolled': '{subject} set up an authenticator',
  'person.secondFactorRemoved': '{actor} removed the second factor of {subject}',
  'person.mailChangeAsked': '{subject} asked for another mail address',
  'person.passkeyAdded': '{subject} added a passkey',
  'person.passkeyRemoved': '{actor} removed a passkey of {subject}',
  'session.started': '{subject} signed in',
  'session.ended': '{actor} ended a session of {subject}',
  'session.refused': 'A sign-in as {subject} was refused',
  'partner.enrolled': '{actor} enrolled the partner',
  'partner.verified': '{actor} verified the partner',
  'partner.suspended': '{actor} suspended the partner account',
  'partner.reinstated': '{actor} reinstated the partner account',
  'partner.markedInDebt': '{actor} marked the partner account as in debt',
  'partner.debtCleared': '{actor} removed the debt mark from the partner account',
  'partnerLink.rotated': '{actor} replaced the partner link with a new one',
  'partnerLink.accepted': '{actor} accepted the invitation of the partner link',
  'partnerLink.declined': '{actor} declined the invitation of the partner link',
  'relationshipRequest.created': '{actor} created a {kind, select, restorePrivileges {request to restore admin privileges} other {relationship request}}',
  'relationshipRequest.edited': '{actor} edited the draft of a request',
  'relationshipRequest.shared':
    '{actor} {by, select, mail {opened the draft in the mail program} eml {downloaded the draft as a mail file} copy {copied the draft} other {marked the request as sent}}',
  'relationshipRequest.reminded': '{actor} wrote a reminder for a request',
  'relationshipRequest.opened': 'The link of a request was opened',
  'relationshipRequest.blocked': 'Somebody opened the link of a request and could not go on',
  'relationshipRequest.accepted': '{actor} accepted the {kind, select, restorePrivileges {request to restore admin privileges} other {relationship request}}',
  'relationshipRequest.declined': '{actor} declined the request',
  'relationshipRequest.withdrawn':
    '{because, select, sentAgain {A request ended because it was sent again} relationshipRemoved {A request ended because the relationship was removed} other {{actor} withdrew the request}}',
  'relationshipRequest.resent': '{actor} sent the request again with a new link',
  'relationshipRequest.expired': 'A request expired without an answer',
  'relationshipRequest.freshLinkAsked': 'Somebody with an ended link asked for a fresh one',
  'agreement.published': '{actor} published a version of the customer agreement',
  'agreement.signed': '{actor} signed the customer agreement{hasVersion, select, yes {, version {version}} other {}}',
  'resellerRelationship.formed': 'The reseller relationship began',
  'resellerRelationship.removed': '{actor} ended the reseller relationship',
  'resellerRelationship.endAsked': '{actor} asked for the end of the reseller relationship',
  'resellerRelationship.endRefused': '{actor} refused to end the reseller relationship',
  'privileges.granted': '{actor} granted admin privileges on {services}',
  'privileges.removed': '{actor} removed the admin privileges on {services}',
  'privileges.used': '{actor} used admin privileges{hasServices, select, yes { on {services}} other {}}',
  'customerAccount.updated': '{actor} changed the customer’s account',
  'act.refused': '{actor} tried something that is not allowed',
}

/** Who stands in place of a name. */
export const activityActors = {
  system: 'Vinculo',
  visitor: 'Somebody who was not signed in',
  erased: 'An erased person',
} as const

export type ActivityActor = keyof typeof activityActors
