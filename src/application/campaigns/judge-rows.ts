import { mailAddress } from '../../domain/addresses.ts'
import type { Campaign } from '../../domain/campaigns/campaign.ts'
import { draftLanguage } from '../../domain/clouds/cloud-rules.ts'
import { type CustomerLanguage, customerLanguages, defaultLanguage } from '../../domain/countries.ts'
import { blockOf, type MailStanding } from '../../domain/mail-blocks.ts'
import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import type { NamedCustomer } from '../../domain/relationship-requests/relationship-request.ts'
import { requestProblems } from '../../domain/relationship-requests/request-checks.ts'
import { type CampaignRow, namedInList } from '../../store/campaign-row-store.ts'
import { askedCustomers, knownCustomers } from '../../store/known-customer-store.ts'
import { standingsOf } from '../mail/address-book.ts'
import { askerFacts, type GatheredFacts, namedAs } from '../relationship-requests/gather-facts.ts'
import { readNamedCustomer } from '../relationship-requests/request-input.ts'
import type { Work } from '../use-case.ts'

/** A row, and what its request would be made of; without it where the row is refused, with the reason. */
export interface JudgedRow {
  readonly row: CampaignRow
  readonly facts: GatheredFacts | undefined
}

/**
 * Judges rows as the request itself is judged, many at once: what the row says, what the partner's own list says, and
 * whether it was asked already. Checking and asking both come here, so the report says what asking does.
 */
export async function judgeRows(work: Work, campaign: Campaign, rows: readonly CampaignRow[], when: 'checking' | 'asking'): Promise<JudgedRow[]> {
  const { trx, person, now } = work
  const read = rows.map((row) => readRow(work, campaign, row))
  const named = read.flatMap((one) => ('named' in one ? [one.named] : []))
  const names = { ids: named.flatMap(({ customerId }) => customerId ?? []), domains: named.flatMap(({ domain }) => domain ?? []) }
  const [asker, known, asked, inList, blocked] = await Promise.all([
    askerFacts(work),
    knownCustomers(trx, person.tenantId, names),
    askedCustomers(trx, person.tenantId, names, now),
    when === 'checking' ? namedInList(trx, campaign, names) : new Set<string>(),
    campaign.delivery === 'mails' ? standingsOf(work, person.tenantId, rows.map(({ stated }) => stated.mail).filter((mail) => mail !== '')) : new Map<string, MailStanding>(),
  ])
  return rows.map((row, place) => {
    const one = read[place]!
    if ('reason' in one) return refused(row, one.reason)
    const facts = factsOf({ work, campaign, asker, known, asked }, one)
    const reason = repeated(inList, facts.named) ?? requestProblems(facts)[0]?.reasonCode ?? (facts.hasOpenRequest ? 'openRequestExists' : unreachable(blocked, row))
    const { customerId, domain, country } = facts.named
    const judged = { ...row, country, language: facts.language ?? null }
    if (reason !== undefined) return refused(judged, reason)
    // Only a row that will be asked takes the name: a later one may be right where this one was refused.
    if (when === 'checking') for (const name of [customerId, domain]) if (name !== null) inList.add(name)
    return { row: { ...judged, state: 'ready', reasonCode: null, namedCustomerId: customerId, namedDomain: domain }, facts }
  })
}

interface ReadRow {
  readonly named: NamedCustomer
  readonly language: CustomerLanguage | undefined
}

/** What the row says, in its one form; or why it says nothing of use. */
function readRow({ person, manifest }: Work, campaign: Campaign, { stated }: CampaignRow): ReadRow | { readonly reason: string } {
  const { tenantId, companyName, domain, country, cloud, mail, language } = stated
  if (stated.problem) return { reason: stated.problem }
  if (cloud !== '' && cloud.toLowerCase() !== person.cloud.toLowerCase()) return { reason: 'otherCloud' }
  if (tenantId !== '' && canonicalId(tenantId) === undefined) return { reason: 'tenantIdForm' }
  if (tenantId === '' && domain === '') return { reason: 'rowNamesNobody' }
  const spoken = language === '' ? undefined : customerLanguages.find((one) => one.toLowerCase() === language.toLowerCase())
  if (language !== '' && (!spoken || !(manifest.draftLanguages as readonly string[]).includes(spoken))) return { reason: 'languageNotOffered' }
  try {
    const named = readNamedCustomer({
      ...(tenantId !== '' && { customerId: tenantId }),
      ...(domain !== '' && { domain }),
      ...(country !== '' && { country }),
      ...(companyName !== '' && { companyName }),
    })
    if (mail !== '') mailAddress(mail)
    else if (campaign.delivery === 'mails') return { reason: 'rowMailMissing' }
    return { named, language: spoken ?? campaign.language ?? undefined }
  } catch (error) {
    if (error instanceof DomainError) return { reason: String(error.details.reason ?? error.code) }
    throw error
  }
}

interface Around {
  readonly work: Work
  readonly campaign: Campaign
  readonly asker: Awaited<ReturnType<typeof askerFacts>>
  readonly known: Awaited<ReturnType<typeof knownCustomers>>
  readonly asked: ReadonlySet<string>
}

function factsOf({ work, campaign, asker, known, asked }: Around, { named: stated, language }: ReadRow): GatheredFacts {
  const account = (stated.customerId === null ? undefined : known.get(stated.customerId)) ?? (stated.customerId === null && stated.domain !== null ? known.get(stated.domain) : undefined)
  const named = account ? namedAs(account, stated) : stated
  const suggestedLanguage = draftLanguage(work.manifest, defaultLanguage(named.country ?? work.person.country))
  return {
    ...asker,
    kind: 'establish',
    named,
    known: account,
    hasOpenRequest: [named.customerId, named.domain].some((name) => name !== null && asked.has(name)),
    askPrivileges: campaign.askPrivileges ?? undefined,
    secondPartnerId: null,
    isAskedByProvider: false,
    validityDays: campaign.validityDays ?? undefined,
    language: language ?? suggestedLanguage,
    suggestedLanguage,
  }
}

function repeated(inList: ReadonlySet<string>, { customerId, domain }: NamedCustomer): string | undefined {
  return [customerId, domain].some((name) => name !== null && inList.has(name)) ? 'rowRepeated' : undefined
}

/** Without saying why: whether somebody wants no letters, or is not there, is not the sender's to know. */
function unreachable(blocked: ReadonlyMap<string, MailStanding>, { stated }: CampaignRow): string | undefined {
  return blockOf('partnerInvitation', blocked.get(stated.mail.toLowerCase())) && 'addressNotReachable'
}

function refused(row: CampaignRow, reasonCode: string): JudgedRow {
  return { row: { ...row, state: 'refused', reasonCode }, facts: undefined }
}
