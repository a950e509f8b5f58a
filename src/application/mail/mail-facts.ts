import { localName } from '../../domain/clouds/cloud-rules.ts'
import { dateFormat, listed } from '../../domain/formats.ts'
import type { Language } from '../../language/languages.ts'
import { unnamedCustomer } from '../../language/mail-text.ts'
import { mailTenant, type MailTenant, type MailRequest } from '../../store/mail-facts-store.ts'
import type { Work } from '../use-case.ts'

/** An instant as a reader of that organization reads it: in its zone, and with the zone. */
export function shownInstant(at: Date, language: Language, timeZone: string): string {
  return dateFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at) + ` (${zoneOf(at, timeZone)})`
}

function zoneOf(at: Date, timeZone: string): string {
  const parts = dateFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The names of services, as their cloud calls them. */
export function shownServices({ env }: Work, tenant: MailTenant, services: readonly string[], language: Language): string {
  const known = env.manifestOf(tenant.cloud).services
  const names = services.map((id) => {
    const service = known.find((candidate) => candidate.id === id)
    return service ? localName(service.name, language) : id
  })
  return listed(language, names)
}

/** How the partner's mails call the customer: by its own name once it is known, else as the partner named it. */
export async function customerOf({ trx }: Work, request: MailRequest): Promise<{ name(language: Language): string; tenant: MailTenant | undefined }> {
  const tenant = request.customerId === null ? undefined : await mailTenant(trx, request.customerId)
  return { tenant, name: (language) => tenant?.name ?? request.namedCompany ?? request.namedDomain ?? unnamedCustomer(language) }
}
