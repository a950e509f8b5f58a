/**
 * Every reason for which an order, or a line of it, is refused (D.8), with the field's own error code where it has one. Who may
 * act at all is judged before (domain/rights.ts): no relationship, standing, agreement of the partner, debt, role.
 */
export const orderReasons = {
  resellerMayNotOrder: { field: '900150' },
  outsideMarket: { field: '2030' },
  agreementMissing: { field: '13605' },
  customerClosed: { field: '800075' },
  providerAsReseller: { field: '2072' },
  namedResellerNotPartner: { field: '800016' },
  resellerWithoutCustomer: { field: '800016' },
  namedResellerSuspended: { field: '900149' },
  namedResellerUnsigned: { field: '900123' },
  onlyProvidersNameResellers: { field: null },
  offerNotAvailable: { field: null },
  offerNotPriced: { field: null },
  quantityBelowMinimum: { field: null },
  quantityAboveMaximum: { field: null },
  trialUsed: { field: null },
  trialOwned: { field: null },
  baseMissing: { field: null },
  baseNotFitting: { field: null },
  baseNotActive: { field: '27009' },
  notAnAddOn: { field: null },
  notSellerAddOns: { field: null },
  soldByProvider: { field: null },
  currenciesMixed: { field: null },
  priceChanged: { field: null },
} as const satisfies Record<string, { readonly field: string | null }>
export type OrderReason = keyof typeof orderReasons
