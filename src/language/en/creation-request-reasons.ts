/** Why a reseller's request to create a customer is not possible (decision 17). */
export const creationRequestReasons = {
  onlyResellersAskProviders: 'Only an indirect reseller asks a provider to create customers. Add the customer yourself.',
  providerNotInPartnership: 'Your organization is not in partnership with this provider. Choose one of your indirect providers.',
  declineReasonMissing: 'Tell the reseller why, in a few words.',
  requestOfAnotherReseller: 'This request is of another reseller. The customer is created for the one that asked.',
} as const
