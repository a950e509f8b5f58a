import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { CountryCode, CustomerLanguage } from '../countries.ts'

/** A published customer agreement; its texts never change (D.6). */
export interface AgreementVersion {
  readonly id: string
  /** null applies to every country of the cloud that has no text of its own */
  readonly country: CountryCode | null
  readonly number: number
  readonly mustSignAgain: boolean
  readonly publishedAt: Date
  readonly languages: readonly string[]
}

/** The version that a customer of that country is asked to sign: its country's before the general one, the newest of those. */
export function applicableVersion(versions: readonly AgreementVersion[], country: CountryCode): AgreementVersion | undefined {
  return newestFirst(lineOf(versions, country))[0]
}

/**
 * Whether what the customer signed still counts: a signature on an older version does, unless a version
 * published since says that everybody must sign again.
 */
export function isAgreed(versions: readonly AgreementVersion[], signedIds: readonly string[], country: CountryCode): boolean {
  const signed = newestFirst(versions.filter(({ id, country: of }) => signedIds.includes(id) && (of === null || of === country)))[0]
  if (!signed) return false
  return !lineOf(versions, country).some((version) => version.mustSignAgain && version.id !== signed.id && isNewer(version, signed))
}

/** The language of the text that is shown: the reader's where the cloud allows signing in it and the text exists, else English. */
export function agreementLanguage(version: AgreementVersion, manifest: CapabilityManifest, wished: readonly string[]): string | undefined {
  const offered = offeredLanguages(version, manifest)
  return [...wished, 'en'].find((language) => offered.includes(language)) ?? offered[0]
}

export function offeredLanguages(version: AgreementVersion, manifest: CapabilityManifest): readonly string[] {
  return version.languages.filter((language) => manifest.agreementLanguages.includes(language as CustomerLanguage))
}

function lineOf(versions: readonly AgreementVersion[], country: CountryCode): readonly AgreementVersion[] {
  const own = versions.filter((version) => version.country === country)
  return own.length > 0 ? own : versions.filter((version) => version.country === null)
}

function newestFirst(versions: readonly AgreementVersion[]): AgreementVersion[] {
  return [...versions].sort((one, other) => Number(isNewer(other, one)) - Number(isNewer(one, other)))
}

function isNewer(one: AgreementVersion, other: AgreementVersion): boolean {
  const difference = one.publishedAt.getTime() - other.publishedAt.getTime()
  return difference === 0 ? one.number > other.number : difference > 0
}
