import type { Catalogue } from './en.ts'
import { activity } from './es/activity.ts'
import { agreements } from './es/agreements.ts'
import { branding } from './es/branding.ts'
import { clouds } from './es/clouds.ts'
import { connectors } from './es/connectors.ts'
import { console as consoleTexts } from './es/console.ts'
import { customerAccount } from './es/customer-account.ts'
import { customerExport } from './es/customer-export.ts'
import { closure } from './es/closure.ts'
import { services } from './es/services.ts'
import { evidence } from './es/evidence.ts'
import { personalData } from './es/personal-data.ts'
import { fileExport } from './es/file-export.ts'
import { customers } from './es/customers.ts'
import { form } from './es/form.ts'
import { getStarted } from './es/get-started.ts'
import { health } from './es/health.ts'
import { invitation } from './es/invitation.ts'
import { mailChange } from './es/mail-change.ts'
import { creationRequests } from './es/creation-requests.ts'
import { knownCustomers } from './es/known-customers.ts'
import { legal } from './es/legal.ts'
import { mailBlocks } from './es/mail-blocks.ts'
import { letterChoices } from './es/letter-choices.ts'
import { letters } from './es/letters.ts'
import { serviceRequests } from './es/service-requests.ts'
import { support } from './es/support.ts'
import { supportContact } from './es/support-contact.ts'
import { audit } from './es/audit.ts'
import { licenses } from './es/licenses.ts'
import { mail } from './es/mail.ts'
import { mailbox } from './es/mailbox.ts'
import { newCustomer } from './es/new-customer.ts'
import { newRequest } from './es/new-request.ts'
import { notifications } from './es/notifications.ts'
import { operator } from './es/operator.ts'
import { partnerLink } from './es/partner-link.ts'
import { handOvers } from './es/hand-overs.ts'
import { statements } from './es/statements.ts'
import { transfers } from './es/transfers.ts'
import { partnerships } from './es/partnerships.ts'
import { finder } from './es/finder.ts'
import { referrals } from './es/referrals.ts'
import { partners } from './es/partners.ts'
import { passkeys } from './es/passkeys.ts'
import { problem } from './es/problem.ts'
import { provider } from './es/provider.ts'
import { recovery } from './es/recovery.ts'
import { register } from './es/register.ts'
import { campaignExport } from './es/campaign-export.ts'
import { campaigns } from './es/campaigns.ts'
import { carts } from './es/carts.ts'
import { catalogue } from './es/catalogue.ts'
import { subscriptions } from './es/subscriptions.ts'
import { devices } from './es/devices.ts'
import { usage } from './es/usage.ts'
import { ownPurchases } from './es/own-purchases.ts'
import { requests } from './es/requests.ts'
import { responsibility } from './es/responsibility.ts'
import { setUp } from './es/set-up.ts'
import { settings } from './es/settings.ts'
import { shell } from './es/shell.ts'
import { signIn } from './es/sign-in.ts'
import { table } from './es/table.ts'
import { users } from './es/users.ts'

export const es: Catalogue = {
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
}
