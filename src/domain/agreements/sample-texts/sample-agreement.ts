import type { CloudId } from '../../clouds/manifest.ts'
import type { CountryCode, CustomerLanguage } from '../../countries.ts'

/** A customer agreement in one language, as the operator of a demo or a new installation finds it. */
export interface SampleAgreement {
  readonly cloud: CloudId
  /** null: for every country of the cloud. */
  readonly country: CountryCode | null
  readonly language: CustomerLanguage
  readonly title: string
  /** Plain text; what is signed is the hash of exactly these bytes in UTF-8. */
  readonly body: string
}

/** The clauses of one language; the last one of a cloud is its own. */
export interface SampleClauses {
  readonly title: string
  readonly notice: string
  readonly clauses: readonly string[]
  readonly ofCloud: Readonly<Partial<Record<CloudId, string>>>
}

export function sampleAgreement(cloud: CloudId, language: CustomerLanguage, texts: SampleClauses): SampleAgreement {
  const own = texts.ofCloud[cloud]
  const numbered = [...texts.clauses, ...(own === undefined ? [] : [own])].map((clause, index) => `${index + 1}. ${clause}`)
  return { cloud, country: null, language, title: texts.title, body: `${[texts.notice, ...numbered].join('\n\n')}\n` }
}
