import type { CapabilityManifest } from './manifest.ts'

/**
 * The line of the manifest behind a refusal, by the code that the refusal carries. The draft, the page where customers answer
 * and the answer itself name the same line for the same rule, whatever each of them says about it.
 */
const ruleByReason: Readonly<Record<string, keyof CapabilityManifest>> = {
  outsideMarket: 'markets',
  noMarketForPartner: 'markets',
  wrongRegion: 'markets',
  partnerInDebt: 'debtBlocksRequests',
  indirectResellerMayNotInvite: 'indirectResellersMayInvite',
  jointRequestsNotOffered: 'jointRequests',
  trackedRequestNotOffered: 'requestKinds',
  partnerLinkNotOffered: 'requestKinds',
  privilegesForcedByCloud: 'privileges',
  privilegesAddedByCloud: 'privileges',
  validityOutOfRange: 'requestValidityDays',
  languageNotOffered: 'draftLanguages',
  paragraphLocked: 'draftEditing',
  onePartnerPerService: 'oneDapPartnerPerService',
  exclusiveServiceTaken: 'oneDapPartnerPerService',
  onePartnerOnly: 'onePartnerPerCustomer',
  cloudClosedToNewTenants: 'closedToCreatingTenants',
  cloudClosedToRegistration: 'closedToCreatingTenants',
  onlyGovernmentCustomers: 'eligibleCustomers',
  handOverOutsideMarket: 'markets',
  handOverToInDebt: 'debtBlocksRequests',
  handOverToMayNotInvite: 'indirectResellersMayInvite',
  removedThroughProvider: 'indirectResellerMayRemove',
  usersManagedElsewhere: 'customerUsersInPartnerPortal',
  passwordResetElsewhere: 'partnerMayResetPasswords',
  privilegesEndWithRelationship: 'removalEndsPrivileges',
}

/** Null where no rule of a cloud is behind it. */
export function ruleOfReason(reasonCode: string): keyof CapabilityManifest | null {
  return Object.hasOwn(ruleByReason, reasonCode) ? ruleByReason[reasonCode]! : null
}
