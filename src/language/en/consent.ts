/** What the customer reads beside the binding text before it agrees, and before it takes something back: plain words, no terms of art. */
export const consent = {
  asksRelationship: '{partner} asks to be a reseller of your organization. It may then offer you products and services, order them for you when you ask for it, and bill you for them.',
  asksPrivileges: '{partner} also asks for admin privileges on {services}. Its staff could then work there like your own administrators: change settings, manage users and licenses, and see what administrators see.',
  asksNoPrivileges: '{partner} asks for no admin privileges. It could not administer anything in your organization.',
  asksPrivilegesBack: '{partner} is your reseller already and asks for admin privileges on {services}. Its staff could then work there like your own administrators.',
  asksWithProvider: '{provider} supplies {partner} and asks to be a reseller of your organization too, so that it can submit the orders. It asks for no admin privileges.',

  changesList: '{partner} will see your organization on its customer list, with its name, domain and country.',
  changesRoles: 'The Admin agents of {partner} will act as Global administrator, its Helpdesk agents as Helpdesk administrator, on {services}.',
  changesNoEnd: 'The privileges have no end date. A Global administrator of yours can remove them at any time under “{page}”; that takes effect at once.',
  changesAgreement: 'You sign the customer agreement for your organization. You will find it again, as signed, under your agreements.',
  staysOthers: 'Nothing changes about what you have bought so far or about your other partners.',
  staysOtherSellers: 'Your organization has other partners. {partner} gets no bill for what they sold you and cannot remove seats from it, order add-ons for it, transition or migrate it, or change its partner of record. What {partner} sells you itself has no such limits.',
  staysEnd: 'The relationship has no end date. You can ask the partner to end it at any time; the rights it has then end at once.',
  staysRelationship: 'The reseller relationship itself stays as it is.',

  stopsAdministering: '{partner} can no longer administer {services} for you: its Admin agents stop being Global administrator, its Helpdesk agents stop being Helpdesk administrator.',
  stopsAtOnce: 'It takes effect at once, also for work of the partner that is under way.',
  stopsServiceRequests: '{partner} can no longer file service requests to {support} for you.',
  staysServices: 'The admin privileges on {services} stay.',
  staysCommercial: 'The reseller relationship stays: subscriptions, licenses, renewals and bills go on as before.',
  staysUsageOwner: 'The Admin agents of {partner} stay owner of the usage subscriptions that they own. You end that under Usage services, one by one.',
  staysResponsible: 'Until your contract with {partner} is renegotiated, the partner stays responsible for your support and for the terms of its {contract}.',
  staysNoRelationship: 'There is no reseller relationship with {partner} any more: nothing of it is left after this.',
  warnsServiceRequests: 'Until you agree on something else with {partner}, it cannot open service requests for you. If you need help, call {support}.',
} as const

export type ConsentText = keyof typeof consent
