import { activity } from './en/activity.ts'
import { agreements } from './en/agreements.ts'
import { branding } from './en/branding.ts'
import { clouds } from './en/clouds.ts'
import { connectors } from './en/connectors.ts'
import { console as consoleTexts } from './en/console.ts'
import { customerAccount } from './en/customer-account.ts'
import { customerExport } from './en/customer-export.ts'
import { closure } from './en/closure.ts'
import { services } from './en/services.ts'
import { evidence } from './en/evidence.ts'
import { personalData } from './en/personal-data.ts'
import { fileExport } from './en/file-export.ts'
import { customers } from './en/customers.ts'
import { form } from './en/form.ts'
import { getStarted } from './en/get-started.ts'
import { health } from './en/health.ts'
import { invitation } from './en/invitation.ts'
import { mailChange } from './en/mail-change.ts'
import { creationRequests } from './en/creation-requests.ts'
import { knownCustomers } from './en/known-customers.ts'
import { legal } from './en/legal.ts'
import { mailBlocks } from './en/mail-blocks.ts'
import { letterChoices } from './en/letter-choices.ts'
import { letters } from './en/letters.ts'
import { serviceRequests } from './en/service-requests.ts'
import { support } from './en/support.ts'
import { supportContact } from './en/support-contact.ts'
import { audit } from './en/audit.ts'
import { licenses } from './en/licenses.ts'
import { mail } from './en/mail.ts'
import { mailbox } from './en/mailbox.ts'
import { newCustomer } from './en/new-customer.ts'
import { newRequest } from './en/new-request.ts'
import { notifications } from './en/notifications.ts'
import { operator } from './en/operator.ts'
import { partnerLink } from './en/partner-link.ts'
import { handOvers } from './en/hand-overs.ts'
import { statements } from './en/statements.ts'
import { transfers } from './en/transfers.ts'
import { partnerships } from './en/partnerships.ts'
import { finder } from './en/finder.ts'
import { referrals } from './en/referrals.ts'
import { partners } from './en/partners.ts'
import { passkeys } from './en/passkeys.ts'
import { problem } from './en/problem.ts'
import { provider } from './en/provider.ts'
import { recovery } from './en/recovery.ts'
import { register } from './en/register.ts'
import { campaignExport } from './en/campaign-export.ts'
import { campaigns } from './en/campaigns.ts'
import { carts } from './en/carts.ts'
import { catalogue } from './en/catalogue.ts'
import { subscriptions } from './en/subscriptions.ts'
import { devices } from './en/devices.ts'
import { usage } from './en/usage.ts'
import { ownPurchases } from './en/own-purchases.ts'
import { requests } from './en/requests.ts'
import { responsibility } from './en/responsibility.ts'
import { setUp } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'
import { table } from './en/table.ts'
import { users } from './en/users.ts'

/** English is the source: its keys are the type of every other catalogue. One file an area, so that nobody waits for another. */
export const en = {
  shell,
  form,
  table,
  problem,
  signIn,
  passkeys,
  setUp,
  customers,
  customerAccount,
  customerExport,
  closure,
  services,
  evidence,
  personalData,
  fileExport,
  getStarted,
  campaignExport,
  campaigns,
  carts,
  catalogue,
  connectors,
  subscriptions,
  usage,
  ownPurchases,
  devices,
  requests,
  responsibility,
  newCustomer,
  newRequest,
  partnerLink,
  partnerships,
  handOvers,
  transfers,
  statements,
  knownCustomers,
  creationRequests,
  referrals,
  finder,
  activity,
  settings,
  invitation,
  register,
  partners,
  agreements,
  users,
  operator,
  recovery,
  branding,
  clouds,
  health,
  console: consoleTexts,
  legal,
  provider,
  licenses,
  mail,
  audit,
  support,
  serviceRequests,
  supportContact,
  letterChoices,
  mailBlocks,
  mailbox,
  mailChange,
  notifications,
  letters,
} as const

export type Catalogue = { readonly [Area in keyof typeof en]: { readonly [Key in keyof (typeof en)[Area]]: string } }
