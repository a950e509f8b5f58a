/** What lending a customer to a provider changes (D.2). Apostrophes are ’, because ' quotes in ICU messages. */
export const extension = {
  theProvider: 'the provider',
  partnerKeeps: '{customer} stays on your customer list, with your admin privileges as they are.',
  partnerReseller: 'You deal with the customer as its indirect reseller, too: {provider} can order and bill, and stands behind you.',
  partnerAttestation: 'What you attested about the customer agreement does not count for {provider}: it attests it anew. What the customer accepted itself stays.',
  partnerEnds: 'Each of you ends its relationship with the customer on its own. Ending your partnership ends neither.',
  providerOrders: '{customer} comes onto the customer list of {provider}, which can then order for this customer.',
  providerNoPrivileges: '{provider} gets no admin privileges.',
  providerBilling: '{provider} gets a copy of the billing details that you keep about the customer.',
  providerBehind: 'Towards the customer you answer for support; {provider} stands behind you.',
  customerTold: 'The Global administrators of {customer} are told by mail.',
  customerSees: '{provider} is shown among the partners of {customer}, as indirect provider.',
  customerNoPrivileges: 'Nobody gets more rights in the organization of {customer}.',
  customerAgreement: 'A customer agreement that the organization accepted itself stays in force, also with the provider.',
  statement: 'My company has told the customer that the provider becomes its partner of record as well and gets a copy of its billing details, and the customer consents to this under its contract with us.',
} as const

export type ExtensionText = keyof typeof extension
