import type { EventType } from '../../../../src/domain/events.ts'
import type { Portal } from '../../paths.ts'

export type EventGroup = 'requests' | 'partnerships' | 'handOvers' | 'subscriptions' | 'referrals' | 'relationships' | 'privileges' | 'agreements' | 'account' | 'people' | 'signIn' | 'programme' | 'support' | 'refusals'

type Group = { name: EventGroup; portals: readonly Portal[]; types: readonly EventType[] }

const both = ['partner', 'customer'] as const
const all = ['partner', 'customer', 'operator'] as const

/** The kinds of facts by what they are about, for the filter of the activity log; those that a portal never shows are left out. */
export const eventGroups: readonly Group[] = [
  {
    name: 'requests',
    portals: both,
    types: [
      'relationshipRequest.created',
      'relationshipRequest.edited',
      'relationshipRequest.shared',
      'relationshipRequest.reminded',
      'relationshipRequest.opened',
      'relationshipRequest.blocked',
      'relationshipRequest.accepted',
      'relationshipRequest.declined',
      'relationshipRequest.withdrawn',
      'relationshipRequest.resent',
      'relationshipRequest.expiring',
      'relationshipRequest.expired',
      'relationshipRequest.freshLinkAsked',
      'campaign.created',
      'campaign.listTaken',
      'campaign.checked',
      'campaign.started',
      'campaign.paused',
      'campaign.resumed',
      'campaign.finished',
      'campaign.cancelled',
      'campaign.exportStarted',
      'campaign.exportFinished',
      'campaign.exportStopped',
      'partnerLink.rotated',
      'partnerLink.accepted',
      'partnerLink.declined',
    ],
  },
  { name: 'partnerships', portals: ['partner'], types: ['partnership.asked', 'partnership.edited', 'partnership.shared', 'partnership.blocked', 'partnership.authorized', 'partnership.declined', 'partnership.withdrawn', 'partnership.expired', 'partnership.removed', 'partnership.accessRemoved', 'creationRequest.sent', 'creationRequest.completed', 'creationRequest.declined', 'creationRequest.withdrawn'] },
  { name: 'handOvers', portals: both, types: ['handOver.proposed', 'handOver.agreed', 'handOver.accepted', 'handOver.declined', 'handOver.withdrawn', 'handOver.expired', 'handOver.ended'] },
  {
    name: 'subscriptions',
    portals: all,
    types: ['catalogue.imported', 'catalogue.priceSet', 'order.placed', 'subscription.activated', 'subscription.notProvisioned', 'subscription.withdrawn', 'subscription.quantityChanged', 'subscription.suspended', 'subscription.reactivated', 'subscription.cancelled', 'subscription.ended', 'subscription.autoRenewChanged', 'subscription.renamed', 'subscription.resellerChanged'],
  },
  { name: 'referrals', portals: both, types: ['businessProfile.created', 'businessProfile.changed', 'businessProfile.published', 'businessProfile.unpublished', 'lead.received', 'lead.accepted', 'lead.declined', 'lead.expired', 'lead.withdrawn', 'lead.won', 'lead.lost'] },
  { name: 'relationships', portals: both, types: ['resellerRelationship.formed', 'resellerRelationship.removed', 'resellerRelationship.extended', 'resellerRelationship.endAsked', 'resellerRelationship.endRefused'] },
  { name: 'privileges', portals: both, types: ['privileges.granted', 'privileges.used', 'privileges.removed'] },
  { name: 'agreements', portals: all, types: ['agreement.signed', 'agreement.attested', 'agreement.published', 'partnerAgreement.signed', 'partnerAgreement.published'] },
  { name: 'account', portals: all, types: ['customerAccount.updated', 'organization.updated', 'tenant.updated', 'tenant.registered', 'tenant.created', 'tenant.imported', 'installation.setUp', 'installation.backedUp', 'installation.restored', 'installation.released', 'installation.keysResealed', 'installation.customersExported', 'installation.customersImported', 'installation.knownTiesImported', 'customerExport.started', 'customerExport.finished', 'customerExport.stopped', 'peopleExport.started', 'peopleExport.finished', 'peopleExport.stopped', 'evidenceExport.started', 'evidenceExport.finished', 'evidenceExport.stopped', 'tenant.closed'] },
  {
    name: 'people',
    portals: all,
    types: [
      'person.invited',
      'person.temporaryPasswordIssued',
      'person.joined',
      'person.created',
      'person.updated',
      'person.rolesChanged',
      'person.disabled',
      'person.enabled',
      'person.removed',
      'person.restored',
      'person.sessionsEnded',
      'person.erased',
      'personalData.taken',
      'personalData.erased',
      'person.passwordResetAsked',
      'person.passwordChanged',
      'person.secondFactorEnrolled',
      'person.secondFactorRemoved',
      'person.mailChangeAsked',
      'person.identityLinked',
      'person.identityUnlinked',
      'person.passkeyAdded',
      'person.passkeyRemoved',
    ],
  },
  { name: 'signIn', portals: all, types: ['session.started', 'session.ended', 'session.refused', 'token.issued'] },
  {
    name: 'programme',
    portals: ['partner', 'operator'],
    types: ['mail.senderChanged', 'mail.tested', 'mail.givenUp', 'mailBlock.added', 'mailBlock.removed', 'branding.changed', 'cloud.changed', 'cloud.added', 'partner.enrolled', 'partner.knownCustomersListed', 'partner.verified', 'partner.programmeIdRecorded', 'partner.legalDetailsRecorded', 'partner.suspended', 'partner.reinstated', 'partner.markedInDebt', 'partner.debtCleared'],
  },
  { name: 'support', portals: all, types: ['audit.read', 'audit.exported', 'supportCase.opened', 'supportCase.written', 'supportCase.answered', 'supportCase.closed', 'supportCase.reopened'] },
  { name: 'refusals', portals: all, types: ['act.refused'] },
]
