/** Why a hand-over is not possible here and now (domain/hand-overs/verdict.ts). The page and the refusal say the same. */
export const handOverReasons = {
  handOverFromSuspended: 'The present partner’s account is suspended or closed. The hand-over waits until it is reinstated.',
  handOverToSuspended: 'The new partner’s account is suspended or closed. It cannot take over a customer.',
  handOverSamePartner: 'A customer is handed over to another partner. Name that partner’s domain, not your own.',
  handOverToCustomer: 'The customer and the new partner are the same organization. Nobody is a customer of their own.',
  handOverToUnsigned: 'The new partner has not signed the partner agreement. It can do so under Settings, Legal.',
  handOverToInDebt: 'The new partner’s account has overdue payments. In this cloud it takes over no customer until they are settled.',
  handOverToMayNotInvite: 'In this cloud indirect resellers enter into no relationships of their own. Hand the customer over to the provider.',
  handOverOutsideMarket: 'The new partner and the customer are in different market regions. Choose a partner of the customer’s region.',
  handOverAskerLostRight: 'Whoever spoke for one of the partners may no longer do so. A colleague has to propose the hand-over again.',
  handOverCustomerClosed: 'The customer’s organization is closed.',
  handOverNotRelated: 'The customer named is not, or no longer, a customer of the present partner.',
  handOverOpenAlready: 'A hand-over of this customer is already waiting for an answer. Withdraw it first.',
  handOverThingsOpen: 'The customer still has subscriptions, reservations or purchases with the present partner. They have to be moved or cancelled first.',
  handOverWrongRole: 'Only a Global administrator of the customer answers. Pass this page on to one.',
  handOverAgreementMissing: 'Your organization has not accepted the customer agreement itself. Accept it under Agreements, then come back to this page.',
} as const
