import { dateFormat } from '../../domain/formats.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Tenant } from '../../store/tenant-store.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Work } from '../use-case.ts'
import { mailLanguage } from './mail-language.ts'
import { portalOfPerson, portalPaths } from './person-link.ts'

/** Tells the address that stands in the account that another is asked for, or has taken its place: one that is taken over is noticed by who had it. */
export async function tellOldAddress(work: Work, person: Person, { tenant, template }: { readonly tenant: Tenant; readonly template: 'mailChangeAsked' | 'mailChanged' }): Promise<void> {
  if (!person.mail) return
  const language = mailLanguage(person.language, tenant.language)
  await queueMail(work, {
    template,
    tenantId: person.tenantId,
    recipient: person.mail,
    language,
    values: {
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      at: dateFormat(language, { dateStyle: 'long', timeStyle: 'long', timeZone: tenant.timeZone }).format(work.now),
      link: `${work.env.publicUrl}${portalPaths[portalOfPerson(person.roles, tenant)]}/settings/profile`,
    },
    aboutId: person.id,
  })
}
