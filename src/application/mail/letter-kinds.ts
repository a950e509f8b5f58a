import type { NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { MailTemplate } from '../../language/mail-text.ts'

/** Which letters are the mail of a kind of notification, and to which side. The others belong to an account and always leave. */
export const letterKinds = {
  requestAcceptedToAsker: { kind: 'accepted', side: 'partner' },
  requestAcceptedToCustomer: { kind: 'accepted', side: 'customer' },
  requestDeclined: { kind: 'declined', side: 'partner' },
  linkDeclined: { kind: 'declined', side: 'partner' },
  requestBlocked: { kind: 'blocked', side: 'partner' },
  requestExpiring: { kind: 'expiring', side: 'partner' },
  requestExpired: { kind: 'expiring', side: 'partner' },
  freshLinkAsked: { kind: 'expiring', side: 'partner' },
  relationshipEnded: { kind: 'removed', side: 'partner' },
  relationshipRemoved: { kind: 'removed', side: 'customer' },
  privilegesRemovedToPartner: { kind: 'privileges', side: 'partner' },
  privilegesRemovedToCustomer: { kind: 'privileges', side: 'customer' },
  endAsked: { kind: 'endAsked', side: 'partner' },
  endRefused: { kind: 'endAsked', side: 'customer' },
  partnershipChanged: { kind: 'partnership', side: 'partner' },
  transferToPartner: { kind: 'transfer', side: 'partner' },
  transferToCustomer: { kind: 'transfer', side: 'customer' },
  ownPurchaseToPartner: { kind: 'ownPurchase', side: 'partner' },
  ownPurchaseToCustomer: { kind: 'ownPurchase', side: 'customer' },
  handOverToPartner: { kind: 'handOver', side: 'partner' },
  handOverToCustomer: { kind: 'handOver', side: 'customer' },
  creationRequestChanged: { kind: 'creation', side: 'partner' },
  leadToPartner: { kind: 'lead', side: 'partner' },
  leadToCustomer: { kind: 'lead', side: 'customer' },
  supportContactToPartner: { kind: 'supportContact', side: 'partner' },
  supportContactToCustomer: { kind: 'supportContact', side: 'customer' },
  serviceRequestToPartner: { kind: 'support', side: 'partner' },
  serviceRequestToCustomer: { kind: 'support', side: 'customer' },
  extensionToProvider: { kind: 'extension', side: 'partner' },
  extensionToCustomer: { kind: 'extension', side: 'customer' },
  colleagueInvited: { kind: 'colleague', side: 'partner' },
  colleagueJoined: { kind: 'colleague', side: 'partner' },
} as const satisfies Partial<Record<MailTemplate, { readonly kind: NotificationKind; readonly side: Portal }>>
