/** Why a customer may not buy something itself (domain/own-purchases). */
export const purchaseReasons = {
  purchasePermissionExists: 'The customer may buy this kind itself already. Change the limits of what there is.',
  purchaseResellerMayNot: 'An indirect reseller does not sell itself, so it lets nobody buy on its bill. The indirect provider of the customer can switch this on.',
  purchaseLimitUnreadable: 'Enter an amount above zero, with at most the decimals of its currency and without thousands separators.',
  purchaseLimitsCrossed: 'The limit for one purchase is above that for a month. Lower it or raise the other.',
  purchaseLimitWithoutCurrency: 'No currency is known for the customer’s country in this cloud, so amounts cannot be limited. Ask for your approval instead.',
  purchaseNotPermitted: 'Your partner does not permit this any more. Ask your partner for it.',
  purchaseNoRelationship: 'The relationship with this partner has ended, and with it the permission to buy on its bill.',
  purchaseSellerBarred: 'Your partner cannot sell anything at the moment. Ask your partner when it can again.',
  purchaseNeedsPlan: 'There is no active usage plan that this partner sold to the customer. Reservations and savings plans apply to what is used under such a plan: the partner orders it first.',
  purchaseNeedsUsage: 'Nothing is provisioned under the usage plan of this partner. The partner creates an active usage subscription first, under Usage services.',
  purchaseNeedsOwner: 'None of the customer’s own people owns a usage subscription of this partner. The customer’s Global administrator names an owner under Usage services.',
  purchaseKindNotPermitted: 'Your partner permits purchases of another kind only.',
  purchaseOtherCurrency: 'The price is in another currency than your partner’s limits. Ask your partner to set them anew.',
  purchaseAboveLimit: 'Over its whole term the purchase costs more than your partner permits for one. Take less or a shorter term, or ask your partner.',
  purchaseAboveMonth: 'With this your purchases of the month would cost more than your partner permits. Take less, wait for the next month, or ask your partner.',
  purchasePriceMoved: 'The price is another one than the customer saw when it asked. Decline with that reason; the customer can ask again.',
} as const
