import type { Catalogue } from './en.ts'
import { activity } from './es/activity.ts'
import { agreements } from './es/agreements.ts'
import { branding } from './es/branding.ts'
import { clouds } from './es/clouds.ts'
import { console as consoleTexts } from './es/console.ts'
import { customerAccount } from './es/customer-account.ts'
import { customers } from './es/customers.ts'
import { form } from './es/form.ts'
import { health } from './es/health.ts'
import { invitation } from './es/invitation.ts'
import { legal } from './es/legal.ts'
import { mailbox } from './es/mailbox.ts'
import { newRequest } from './es/new-request.ts'
import { operator } from './es/operator.ts'
import { partnerLink } from './es/partner-link.ts'
import { partners } from './es/partners.ts'
import { problem } from './es/problem.ts'
import { register } from './es/register.ts'
import { requests } from './es/requests.ts'
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
  setUp,
  customers,
  customerAccount,
  requests,
  newRequest,
  partnerLink,
  activity,
  settings,
  invitation,
  register,
  partners,
  agreements,
  users,
  operator,
  branding,
  clouds,
  health,
  console: consoleTexts,
  legal,
  mailbox,
}
