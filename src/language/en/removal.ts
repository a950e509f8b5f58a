/** What a partner reads before it removes a customer; {operator} is who runs the cloud. */
export const removal = {
  statement:
    'By removing this customer, the partner declares that the decision is made in good faith, for a legitimate business purpose and in line with its contracts with the customer and with other partners. The partner will defend {operator} and hold {operator} harmless against claims of third parties that say otherwise. Where a contract asks for legal notice of termination, giving that notice is the duty of the partner.',
  noNotice: 'No legal notice to the customer or to another partner is generated here. Where the contract asks for one, send it yourself.',
  stopsList: 'The customer leaves the customer list. To have it back, send a new request; it can be prefilled from “Removed customers”.',
  stopsPurchases: 'Nothing more can be bought for this customer.',
  stopsRequests: 'Open requests to this customer are withdrawn, and their links end.',
  keepsPrivileges: 'Admin privileges on {services} stay in force unless they are ended in the same step. The customer is told either way and can remove them.',
  endsPrivileges: 'Admin privileges on {services} end at the same moment.',
  keepsDuties: 'Duties under your contracts, such as support for what was sold, do not end by this.',
  partnershipStatement:
    'By removing this partnership, your company declares that the decision is made in good faith, for a legitimate business purpose and in line with its contracts with the other partner and with customers. It will defend {operator} and hold it harmless against claims of third parties to the contrary. Where a contract asks for a legal notice of termination, giving it is up to your company.',
  partnershipNoNotice: 'No legal notice to the other partner or to customers is created here. If a contract asks for one, send it yourself.',
  partnershipStopsJoint: 'Joint invitations that nobody has answered yet are withdrawn, and their links end. New ones are no longer possible.',
  partnershipKeepsCustomers: 'Customers stay with both partners. Each relationship with a customer goes on and is ended on its own.',
  partnershipKeepsPrivileges: 'Admin privileges at customers stay as they are, and customers are not told.',
} as const

export type RemovalText = keyof typeof removal
