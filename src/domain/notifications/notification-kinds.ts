import type { EventType } from '../events.ts'
import type { Portal } from '../people/portals.ts'
import type { Action } from '../permissions.ts'
import type { AssignableRole } from '../roles.ts'

/** Not by mail, by a mail at once, or in the next digest. */
export const mailChoices = ['off', 'now', 'digest'] as const
export type MailChoice = (typeof mailChoices)[number]

/** How one side is told of one kind. The side is the portal in which it is read. */
export interface NotificationRule {
  readonly events: readonly EventType[]
  /** by role; or whoever asked, and where that person is gone or nobody asked: these */
  readonly told: readonly AssignableRole[]
  readonly isAskerFirst?: true
  /** what one must still be allowed to read it */
  readonly seenBy: Action
  /** as long as the person chose nothing */
  readonly mail: MailChoice
  /** partners of these kinds alone can meet it; all where nothing is said */
  readonly partnerKinds?: readonly string[]
  /** always told, in the portal and by mail at once: nobody can switch it off */
  readonly isKept?: true
}

const staff = ['globalAdmin', 'adminAgent'] as const
const administrators = ['globalAdministrator'] as const

/**
 * What people are told of: one line per kind and side, the only such table. Mails, preferences, docs/notifications.md and
 * tests follow from it. In the portal everything is told unless the person says otherwise (issue 3, item 5).
 */
export const notificationKinds = {
  accepted: {
    partner: { events: ['relationshipRequest.accepted', 'partnerLink.accepted'], told: staff, isAskerFirst: true, seenBy: 'customer.list', mail: 'now' },
    // What the organization agreed to: every administrator learns of it, also where one account was taken over.
    customer: { events: ['relationshipRequest.accepted', 'partnerLink.accepted'], told: administrators, seenBy: 'partnerRelationship.list', mail: 'now', isKept: true },
  },
  declined: {
    partner: { events: ['relationshipRequest.declined', 'partnerLink.declined'], told: staff, isAskerFirst: true, seenBy: 'relationshipRequest.list', mail: 'now' },
  },
  blocked: {
    partner: { events: ['relationshipRequest.blocked'], told: staff, isAskerFirst: true, seenBy: 'relationshipRequest.list', mail: 'digest' },
  },
  expiring: {
    partner: {
      events: ['relationshipRequest.expiring', 'relationshipRequest.expired', 'relationshipRequest.freshLinkAsked'],
      told: staff, isAskerFirst: true, seenBy: 'relationshipRequest.list', mail: 'now',
    },
  },
  removed: {
    partner: { events: ['resellerRelationship.removed'], told: staff, seenBy: 'customer.list', mail: 'digest' },
    // Decision 13: never silently.
    customer: { events: ['resellerRelationship.removed'], told: administrators, seenBy: 'partnerRelationship.list', mail: 'now', isKept: true },
  },
  privileges: {
    partner: { events: ['privileges.removed'], told: staff, seenBy: 'customer.list', mail: 'now' },
    customer: { events: ['privileges.removed'], told: administrators, seenBy: 'partnerRelationship.list', mail: 'now', isKept: true },
  },
  endAsked: {
    // Rights have ended and an answer is due (decision 15).
    partner: { events: ['resellerRelationship.endAsked'], told: staff, seenBy: 'customer.list', mail: 'now', isKept: true },
    customer: { events: ['resellerRelationship.endRefused'], told: administrators, seenBy: 'partnerRelationship.list', mail: 'now', isKept: true },
  },
  partnership: {
    partner: {
      events: ['partnership.authorized', 'partnership.declined', 'partnership.removed', 'partnership.accessRemoved'],
      told: staff, isAskerFirst: true, seenBy: 'partnership.list', mail: 'now', partnerKinds: ['indirectProvider', 'indirectReseller'],
    },
  },
  transfer: {
    partner: {
      events: ['subscriptionTransfer.asked', 'subscriptionTransfer.offered', 'subscriptionTransfer.completed', 'subscriptionTransfer.declined', 'subscriptionTransfer.withdrawn', 'subscriptionTransfer.expired'],
      told: staff, seenBy: 'transfer.list', mail: 'now',
    },
    customer: { events: ['subscriptionTransfer.completed'], told: administrators, seenBy: 'transfer.list', mail: 'now', isKept: true },
  },
  ownPurchase: {
    // Of a purchase that needs no yes the partner is told only where it asked to be [S4.L8.4].
    partner: { events: ['ownPurchase.asked', 'ownPurchase.boughtWithAlert'], told: staff, seenBy: 'ownPurchase.list', mail: 'now' },
    customer: { events: ['ownPurchase.approved', 'ownPurchase.declined', 'ownPurchase.lapsed'], told: administrators, isAskerFirst: true, seenBy: 'ownPurchase.read', mail: 'now' },
  },
  handOver: {
    partner: {
      events: ['handOver.proposed', 'handOver.agreed', 'handOver.accepted', 'handOver.declined', 'handOver.withdrawn', 'handOver.expired', 'handOver.ended'],
      told: staff, seenBy: 'handOver.list', mail: 'now',
    },
    // It is asked for its consent, and learns what became of the question.
    customer: { events: ['handOver.agreed', 'handOver.accepted', 'handOver.withdrawn', 'handOver.expired', 'handOver.ended'], told: administrators, seenBy: 'handOver.list', mail: 'now', isKept: true },
  },
  creation: {
    partner: {
      events: ['creationRequest.sent', 'creationRequest.completed', 'creationRequest.declined', 'creationRequest.withdrawn'],
      told: staff, isAskerFirst: true, seenBy: 'creationRequest.list', mail: 'now', partnerKinds: ['indirectProvider', 'indirectReseller'],
    },
  },
  lead: {
    partner: { events: ['lead.received', 'lead.withdrawn'], told: ['globalAdmin', 'salesAgent', 'referralsAdmin'], seenBy: 'lead.list', mail: 'now' },
    customer: { events: ['lead.accepted', 'lead.declined', 'lead.expired'], told: administrators, isAskerFirst: true, seenBy: 'enquiry.list', mail: 'now' },
  },
  support: {
    partner: {
      events: ['serviceRequest.filed', 'serviceRequest.written', 'serviceRequest.answered', 'serviceRequest.closed', 'serviceRequest.reopened', 'serviceRequest.fileAdded'],
      told: ['globalAdmin', 'adminAgent', 'helpdeskAgent'], seenBy: 'serviceRequest.list', mail: 'now',
    },
    customer: {
      events: ['serviceRequest.filed', 'serviceRequest.answered', 'serviceRequest.escalated', 'serviceRequest.moved', 'serviceRequest.closed', 'serviceRequest.reopened'],
      told: administrators, isAskerFirst: true, seenBy: 'ownServiceRequest.list', mail: 'now',
    },
    operator: { events: ['serviceRequest.filed', 'serviceRequest.written', 'serviceRequest.escalated', 'serviceRequest.moved', 'serviceRequest.reopened'], told: ['operator'], seenBy: 'anyServiceRequest.read', mail: 'digest' },
  },
  supportContact: {
    partner: { events: ['supportContact.assigned', 'supportContact.ended'], told: ['globalAdmin', 'adminAgent', 'helpdeskAgent'], seenBy: 'subscription.list', mail: 'digest', partnerKinds: ['indirectProvider', 'indirectReseller'] },
    customer: { events: ['supportContact.assigned', 'supportContact.ended'], told: administrators, seenBy: 'supportContact.readOwn', mail: 'digest' },
  },
  extension: {
    // The provider that gets the customer; whoever lent it did so itself.
    partner: { events: ['resellerRelationship.extended'], told: staff, seenBy: 'customer.list', mail: 'now', partnerKinds: ['indirectProvider'] },
    customer: { events: ['resellerRelationship.extended'], told: administrators, seenBy: 'partnerRelationship.list', mail: 'now', isKept: true },
  },
  colleague: {
    partner: { events: ['person.invited', 'person.joined'], told: ['globalAdmin', 'userManagementAdmin'], seenBy: 'person.list', mail: 'digest' },
    customer: { events: ['person.invited', 'person.joined'], told: administrators, seenBy: 'person.list', mail: 'digest' },
    operator: { events: ['person.invited', 'person.joined'], told: ['operator'], seenBy: 'person.list', mail: 'digest' },
  },
} as const satisfies Record<string, Partial<Record<Portal, NotificationRule>>>

export type NotificationKind = keyof typeof notificationKinds

export const kinds = Object.keys(notificationKinds) as NotificationKind[]

export interface NotificationSource {
  readonly kind: NotificationKind
  readonly side: Portal
  readonly rule: NotificationRule
}

/** Every line of the table. */
export const sources: readonly NotificationSource[] = kinds.flatMap((kind) =>
  (Object.entries(notificationKinds[kind]) as [Portal, NotificationRule][]).map(([side, rule]) => ({ kind, side, rule })),
)

export function isKind(text: string): text is NotificationKind {
  return Object.hasOwn(notificationKinds, text)
}

export function sourcesOf(event: EventType): NotificationSource[] {
  return sources.filter(({ rule }) => rule.events.includes(event))
}

/** Whether people are told of it. Of what was refused only a customer that could not go on: there the refusal is the fact. */
export function isNotified(event: EventType, isRefused: boolean): boolean {
  return sourcesOf(event).length > 0 && (!isRefused || event === 'relationshipRequest.blocked')
}
