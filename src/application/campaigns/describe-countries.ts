import { agreementLanguage, type AgreementVersion, applicableVersion } from '../../domain/agreements/agreement.ts'
import type { Campaign } from '../../domain/campaigns/campaign.ts'
import { mainLanguageOf } from '../../domain/countries.ts'
import { spokenLanguage } from '../../language/languages.ts'
import { publishedVersions } from '../../store/agreement-store.ts'
import type { CountryOfRows } from '../../store/campaign-report-store.ts'
import type { Work } from '../use-case.ts'

/**
 * In which language the letters to each country are written, and which text of which agreement its customers are asked to
 * accept (null where none is, or none is published). What falls back says from which language it did.
 */
export async function describeCountries(work: Work, campaign: Campaign, countries: readonly CountryOfRows[]) {
  const versions = await versionsIn(work, countries)
  return countries.map(({ country, language, isStated, rows }) => {
    const letter = campaign.delivery === 'mails' ? spokenLanguage(language) : language
    const wished = isStated || campaign.language !== null ? language : mainLanguageOf(country ?? work.person.country)
    const version = country === null ? undefined : versions.get(country)
    // As for a reader whose browser says nothing else: the text in the language of the letter comes first.
    const agreement = version && agreementLanguage(version, work.manifest, [language])
    return {
      country,
      rows,
      language: letter,
      languageMissing: letter === wished ? null : wished,
      agreementVersion: agreement === undefined ? null : version!.number,
      agreementLanguage: agreement ?? null,
    }
  })
}

async function versionsIn({ trx, manifest, now }: Work, countries: readonly CountryOfRows[]): Promise<Map<string, AgreementVersion | undefined>> {
  const versions = new Map<string, AgreementVersion | undefined>()
  if (manifest.customerAgreement === 'none') return versions
  for (const country of new Set(countries.flatMap(({ country: one }) => one ?? []))) {
    versions.set(country, applicableVersion(await publishedVersions(trx, manifest.id, country, now), country))
  }
  return versions
}
