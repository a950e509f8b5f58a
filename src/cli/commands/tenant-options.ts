import type { TenantInput } from '../../application/operator/found-tenant.ts'
import { type CommandOption, type OptionValues, textOption } from '../command.ts'

/** What an organization and its first administrator are made of; the same for partners and customers. */
export const tenantOptions: readonly CommandOption[] = [
  { flags: '--name <name>', summary: 'name of the organization', isRequired: true },
  { flags: '--cloud <id>', summary: 'public, usGov, germany, china, or a cloud of your own', default: 'public' },
  { flags: '--country <code>', summary: 'ISO 3166-1 alpha-2, for example ES', isRequired: true },
  { flags: '--domain <domain>', summary: 'primary domain; sign-in names end in it', isRequired: true },
  { flags: '--language <tag>', summary: 'en, es, de or zh-Hans', default: 'en' },
  { flags: '--time-zone <name>', summary: 'IANA name, for example Europe/Madrid', default: 'Etc/UTC' },
  { flags: '--admin-name <name>', summary: 'name of the first administrator', isRequired: true },
  { flags: '--admin-user <user principal name>', summary: 'what the first administrator signs in with', isRequired: true },
  { flags: '--admin-mail <address>', summary: 'where the invitation goes', isRequired: true },
]

export function tenantInput(options: OptionValues): TenantInput {
  const text = (name: string) => textOption(options, name)
  return {
    name: text('name'),
    cloud: text('cloud'),
    country: text('country'),
    primaryDomain: text('domain'),
    language: text('language'),
    timeZone: text('timeZone'),
    admin: { displayName: text('adminName'), userPrincipalName: text('adminUser'), mail: text('adminMail') },
  }
}
