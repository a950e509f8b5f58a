import { ClockDismissRegular, DocumentTextRegular, GlobeRegular, LinkDismissRegular, PersonProhibitedRegular, PersonSwapRegular, PlugDisconnectedRegular, CheckmarkCircleRegular, ShieldErrorRegular, type FluentIcon } from '@fluentui/react-icons'
import type { InvitationReason } from '../../../src/domain/invitations/reasons.ts'

/** `missing`: the page was opened without any link. */
export type PageReason = InvitationReason | 'linkUnreadable' | 'missing'

type Sign = { icon: FluentIcon; tone: 'good' | 'waiting' | 'neutral' }

const link: Sign = { icon: LinkDismissRegular, tone: 'neutral' }
const time: Sign = { icon: ClockDismissRegular, tone: 'waiting' }
const account: Sign = { icon: PersonSwapRegular, tone: 'waiting' }
const role: Sign = { icon: PersonProhibitedRegular, tone: 'waiting' }
const place: Sign = { icon: GlobeRegular, tone: 'waiting' }
const done: Sign = { icon: CheckmarkCircleRegular, tone: 'good' }
const partner: Sign = { icon: ShieldErrorRegular, tone: 'waiting' }
const tie: Sign = { icon: PlugDisconnectedRegular, tone: 'waiting' }
const text: Sign = { icon: DocumentTextRegular, tone: 'waiting' }

const signs: Readonly<Record<PageReason, Sign>> = {
  missing: link,
  unknownLink: link,
  linkUnreadable: link,
  linkAltered: { ...link, tone: 'waiting' },
  linkReplaced: link,
  withdrawn: link,
  jointPartnershipEnded: link,
  declined: link,
  alreadyAccepted: done,
  expired: time,
  partnerSuspended: partner,
  partnerAgreementUnsigned: partner,
  askerLostRight: partner,
  indirectResellerMayNotInvite: partner,
  jointRequestsNotOffered: partner,
  tenantClosed: partner,
  notSignedIn: account,
  ownTenant: account,
  wrongAccount: account,
  noCustomerTenant: account,
  wrongRole: role,
  wrongCloud: place,
  wrongRegion: place,
  onePartnerOnly: tie,
  alreadyRelated: done,
  notRelated: tie,
  privilegesHeld: done,
  exclusiveServiceTaken: tie,
  pairedWithProvider: tie,
  agreementUnavailable: text,
  agreementChanged: text,
  askChanged: text,
  cloudClosedToRegistration: place,
}

/** The sign above a failure page; a reason that is younger than this page gets the plain one. */
export function signOf(reason: string): Sign {
  return Object.hasOwn(signs, reason) ? signs[reason as PageReason] : link
}
