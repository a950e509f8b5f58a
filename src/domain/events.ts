import type { RefusalReason } from './rights.ts'

/**
 * Every fact the product records. Each is audit trail, mail trigger and feed at once (house.md 2.10);
 * `docs` text is printed into docs/events.md. `mail` names who is told by mail, by role on the side that reads it,
 * as far as they want (domain/notifications).
 */
export const eventTypes = {
  'installation.setUp': {},
  'installation.backedUp': {},
  'installation.restored': {},
  'installation.released': {},
  'installation.keysResealed': {},
  'installation.customersExported': {},
  'installation.customersImported': {},
  'tenant.registered': {},
  'tenant.imported': {},
  'tenant.created': {},
  'branding.changed': {},
  'cloud.changed': {},
  'cloud.added': {},
  'tenant.closed': {},
  'tenant.updated': {},
  'organization.updated': {},
  // Mails with a link for one person are queued by the act that makes the link; nobody can know it later.
  'person.invited': { mail: ['peopleAdmins'] },
  'person.temporaryPasswordIssued': {},
  'person.joined': { mail: ['peopleAdmins'] },
  'person.updated': {},
  'person.rolesChanged': {},
  'person.disabled': {},
  'person.enabled': {},
  'person.removed': {},
  'person.erased': {},
  'person.passwordResetAsked': {},
  'person.passwordChanged': { mail: ['person'] },
  'person.secondFactorEnrolled': { mail: ['person'] },
  'person.secondFactorRemoved': { mail: ['person'] },
  'person.mailChangeAsked': {},
  'person.identityLinked': { mail: ['person'] },
  'person.identityUnlinked': { mail: ['person'] },
  'person.passkeyAdded': { mail: ['person'] },
  'person.passkeyRemoved': { mail: ['person'] },
  'session.started': {},
  'session.ended': {},
  'session.refused': {},
  'token.issued': {},
  'partner.enrolled': {},
  'partner.verified': {},
  'partner.programmeIdRecorded': {},
  'partner.legalDetailsRecorded': {},
  'partner.suspended': { mail: ['partnerAdmins'] },
  'partner.reinstated': { mail: ['partnerAdmins'] },
  'partner.markedInDebt': { mail: ['partnerAdmins'] },
  'partner.debtCleared': { mail: ['partnerAdmins'] },
  'partnerLink.rotated': {},
  'partnerLink.accepted': { mail: ['partnerAdmins', 'customerAdmins'] },
  'partnerLink.declined': { mail: ['partnerAdmins'] },
  'relationshipRequest.created': {},
  'relationshipRequest.edited': {},
  'relationshipRequest.shared': {},
  'relationshipRequest.reminded': {},
  'relationshipRequest.opened': {},
  'relationshipRequest.blocked': { mail: ['asker'] },
  'relationshipRequest.accepted': { mail: ['asker', 'customerAdmins'] },
  'relationshipRequest.declined': { mail: ['asker'] },
  'relationshipRequest.withdrawn': {},
  'relationshipRequest.resent': {},
  'relationshipRequest.expiring': { mail: ['asker'] },
  'relationshipRequest.expired': { mail: ['asker'] },
  'relationshipRequest.freshLinkAsked': { mail: ['asker'] },
  'campaign.created': {},
  'campaign.listTaken': {},
  'campaign.checked': {},
  'campaign.started': {},
  'campaign.paused': {},
  'campaign.resumed': {},
  'campaign.finished': {},
  'campaign.cancelled': {},
  'campaign.exportStarted': {},
  'campaign.exportFinished': {},
  'campaign.exportStopped': {},
  'partnership.asked': {},
  'partnership.edited': {},
  'partnership.shared': {},
  'partnership.blocked': {},
  'partnership.authorized': { mail: ['asker', 'partnerAdmins'] },
  'partnership.declined': { mail: ['asker'] },
  'partnership.withdrawn': {},
  'partnership.expired': {},
  'partnership.removed': { mail: ['partnerAdmins'] },
  'partnership.accessRemoved': { mail: ['partnerAdmins'] },
  'partnerAgreement.published': {},
  'partnerAgreement.signed': {},
  'agreement.published': {},
  'agreement.signed': {},
  'agreement.attested': { mail: ['customerAdmins'] },
  'resellerRelationship.formed': {},
  'resellerRelationship.removed': { mail: ['partnerAdmins', 'customerAdmins'] },
  'resellerRelationship.endAsked': { mail: ['partnerAdmins'] },
  'resellerRelationship.endRefused': { mail: ['customerAdmins'] },
  'privileges.granted': {},
  'privileges.removed': { mail: ['partnerAdmins', 'customerAdmins'] },
  'privileges.used': {},
  'customerAccount.updated': {},
  // Personal data that somebody took along: who asked for what is kept before the first row leaves, and how far it came.
  'customerExport.started': {},
  'customerExport.finished': {},
  'customerExport.stopped': {},
  'evidenceExport.started': {},
  'evidenceExport.finished': {},
  'evidenceExport.stopped': {},
  'personalData.taken': {},
  'personalData.erased': {},
  'mail.senderChanged': {},
  'mail.tested': {},
  'mail.givenUp': {},
  'mailBlock.added': {},
  'mailBlock.removed': {},
  // The operator's own looking, told to the organization that was looked at.
  'audit.read': {},
  'audit.exported': {},
  'supportCase.opened': {},
  'supportCase.written': {},
  'supportCase.answered': { mail: ['person'] },
  'supportCase.closed': { mail: ['person'] },
  'supportCase.reopened': {},
  'act.refused': {},
} as const satisfies Record<string, { readonly mail?: readonly MailAudience[] }>

export type MailAudience = 'asker' | 'partnerAdmins' | 'customerAdmins' | 'peopleAdmins' | 'person'
export type EventType = keyof typeof eventTypes

export const resourceTypes = [
  'installation',
  'tenant',
  'person',
  'partner',
  'partnerLink',
  'relationshipRequest',
  'campaign',
  'partnership',
  'resellerRelationship',
  'privileges',
  'agreement',
  'partnerAgreement',
  'signature',
  'attestation',
  'customerAccount',
  'customerExport',
  'evidenceExport',
  'mail',
  'mailBlock',
  'supportCase',
] as const
export type ResourceType = (typeof resourceTypes)[number]

/** What a use case hands over to be recorded with its change. Personal data stay out of `data`: people by id only. */
export interface EventDraft {
  readonly type: EventType
  readonly resource: { readonly type: ResourceType; readonly id: string }
  /** the tenants that may see it; counterpart is what their activity log filters by */
  readonly readers: readonly { readonly tenantId: string; readonly counterpartId?: string | null }[]
  readonly data?: Readonly<Record<string, unknown>>
  /** present where something was refused */
  readonly refused?: RefusalReason | string
  readonly through?: 'role' | 'relationship' | 'privileges' | 'link'
}

export function isMailed(type: EventType): boolean {
  return 'mail' in eventTypes[type]
}
