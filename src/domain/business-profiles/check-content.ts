import { DomainError } from '../errors.ts'
import { searchKey } from '../names/search-key.ts'
import { type BusinessProfile, type ProfileContent, profileLimits } from './business-profile.ts'

/** Each part in its one form, each limit with a reason of its own (S4.L2.2). `products` are the ids of the cloud's services. */
export function checkedContent(given: ProfileContent, products: readonly string[]): ProfileContent {
  const skills = given.skills.map((skill) => skill.normalize('NFC').trim().replaceAll(/ +/g, ' '))
  if (given.skills.length > profileLimits.skills || skills.some((skill) => !isPlain(skill, profileLimits.skill))) throw refused('profileSkillForm', 'skills')
  if (given.products.some((product) => !products.includes(product))) throw refused('profileProductUnknown', 'products')
  return {
    ...given,
    description: description(given.description),
    website: webAddress(given.website, 'website'),
    linkedin: linkedinPage(given.linkedin),
    industries: [...new Set(given.industries)],
    services: [...new Set(given.services)],
    products: [...new Set(given.products)],
    competencies: [...new Set(given.competencies)],
    skills: [...new Map(skills.map((skill) => [searchKey(skill), skill])).values()],
    companySizes: [...new Set(given.companySizes)],
  }
}

/** What a page must say before customers find it. The reason names what is missing first. */
export function requirePublishable(profile: ProfileContent & { readonly locations: number }): void {
  if (profile.description === '') throw refused('profileDescriptionMissing', 'description')
  if (profile.services.length === 0) throw refused('profileServicesMissing', 'services')
  if (profile.otherCompanies === null) throw refused('profileCompaniesUnsaid', 'otherCompanies')
  if (profile.locations === 0) throw refused('profileLocationMissing', 'locations')
}

/**
 * Of what the page says of other partner companies (S4.L2.5): where the partner says it names none, the name of a partner that
 * customers find must not stand in it. Which partners are affiliated nobody here can know: the partner confirms it, and who did
 * and when is kept.
 */
export function requireNobodyNamed({ otherCompanies }: Pick<ProfileContent, 'otherCompanies'>, named: readonly string[]): void {
  if (otherCompanies === 'none' && named.length > 0) throw new DomainError('invalidInput', 'The page names another partner.', { reason: 'profileNamesPartner', field: 'otherCompanies', named: named[0] })
}

/** The words that the finder looks through, beside the partner's name. */
export function profileKey({ description: words, skills }: Pick<BusinessProfile, 'description' | 'skills'>): string {
  return searchKey([words, ...skills].join(' '))
}

function description(text: string): string {
  const words = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if ([...words].length > profileLimits.description) throw refused('profileDescriptionTooLong', 'description')
  if (words !== '' && !isPlain(words.replaceAll(/[\n\t]/g, ' '), profileLimits.description)) throw refused('profileDescriptionForm', 'description')
  return words
}

function isPlain(text: string, most: number): boolean {
  return /[^\s\p{Cf}]/u.test(text) && [...text].length <= most && !/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(text)
}

/** Only https: a link on a page for others must not run anything, nor lead over an open line. */
function webAddress(text: string | null, field: 'website' | 'linkedin'): string | null {
  if (text === null || text.trim() === '') return null
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || !url.hostname.includes('.')) throw refused(field === 'website' ? 'profileWebsiteForm' : 'profileLinkedinForm', field)
  return url.href
}

function linkedinPage(text: string | null): string | null {
  const address = webAddress(text, 'linkedin')
  if (address === null) return null
  const { hostname } = new URL(address)
  if (hostname !== 'linkedin.com' && !hostname.endsWith('.linkedin.com')) throw refused('profileLinkedinForm', 'linkedin')
  return address
}

function refused(reason: string, field: string): DomainError {
  return new DomainError('invalidInput', `The profile is not valid: ${reason}.`, { reason, field })
}
