import type { NotificationTexts } from '../notification-text.ts'

/** Kinds of notifications and what stands under their mails, in English. Apostrophes are ’, because ' quotes in ICU messages. */
export const notifications: NotificationTexts = {
  titles: {
    accepted: 'Acceptances',
    declined: 'Refusals',
    blocked: 'Customers who could not go on',
    expiring: 'Requests running out',
    removed: 'Ended relationships',
    privileges: 'Ended admin privileges',
    endAsked: 'Requests to end a relationship',
    partnership: 'Partnerships',
    colleague: 'Colleagues',
  },
  explanations: {
    'accepted.partner': 'A customer accepts a request of yours or the partner link.',
    'accepted.customer': 'Somebody at your organization accepts a request from a partner.',
    'declined.partner': 'A customer declines a request of yours or the partner link.',
    'blocked.partner': 'Somebody opens the link of your request and is stopped, for example by a missing role.',
    'expiring.partner': 'A request of yours runs out soon or has run out, or somebody asks for a fresh link.',
    'removed.partner': 'A colleague ends a reseller relationship, or the customer’s organization is closed.',
    'removed.customer': 'A partner ends its reseller relationship with your organization.',
    'privileges.partner': 'Your admin privileges in a customer’s organization end.',
    'privileges.customer': 'The admin privileges of a partner in your organization end.',
    'endAsked.partner': 'A customer asks to end the reseller relationship.',
    'endAsked.customer': 'A partner refuses to end the relationship that your organization asked to end.',
    'partnership.partner': 'A reseller answers your partnership request, or the other partner ends a partnership or the access it gave.',
    'colleague.partner': 'Somebody is invited to your organization or joins it.',
    'colleague.customer': 'Somebody is invited to your organization or joins it.',
    'colleague.operator': 'Somebody is invited to your organization or joins it.',
  },
  because: 'You get this mail because you are told of: {kind}. Choose what you are told, and how:\n{preferences}\n\nNo more mails of this kind:\n{stop}',
  always: 'Mails of this kind ({kind}) are always sent. Choose what else you are told, and how:\n{preferences}',
  digestBecause: 'You get this summary because you chose it for some notifications. Choose what you are told, and how:\n{preferences}\n\nNo more summaries:\n{stop}',
  digestTitle: 'The summary',
  andMore: 'and {count, plural, one {one more} other {# more}}',
}
