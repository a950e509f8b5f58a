import { agreementLanguage, applicableVersion, isAgreed, offeredLanguages } from '../../domain/agreements/agreement.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import type { AgreementStanding } from '../../domain/invitations/invitation-facts.ts'
import { type AgreementText, findText, publishedVersions } from '../../store/agreement-store.ts'
import { signedVersions } from '../../store/signature-store.ts'
import type { Work } from '../use-case.ts'

export interface AgreementForCustomer {
  readonly standing: AgreementStanding
  /** the newest signature of the customer, whichever version it is on */
  readonly signatureId: string | null
  /** what is or would be signed, in the reader's language where it may be signed in it */
  readonly text: (AgreementText & { readonly number: number }) | null
  /** in which it may be read and signed here */
  readonly languages: readonly string[]
}

export interface AgreementQuestion {
  readonly manifest: CapabilityManifest
  readonly country: string
  /** null while nobody is signed in */
  readonly customerId: string | null
  readonly languages: readonly string[]
}

/** Which agreement applies in that country, whether this customer has accepted it, and its text (D.6). */
export async function agreementForCustomer({ trx, now }: Pick<Work, 'trx' | 'now'>, question: AgreementQuestion): Promise<AgreementForCustomer> {
  const { manifest, country, customerId } = question
  if (manifest.customerAgreement === 'none') return { standing: 'notRequired', signatureId: null, text: null, languages: [] }
  const [versions, signed] = await Promise.all([
    publishedVersions(trx, manifest.id, country, now),
    customerId ? signedVersions(trx, customerId) : [],
  ])
  const isAccepted = isAgreed(versions, signed.map(({ versionId }) => versionId), country)
  const version = applicableVersion(versions, country)
  const language = version && agreementLanguage(version, manifest, question.languages)
  const text = language ? await findText(trx, version.id, language) : undefined
  return {
    standing: isAccepted ? 'accepted' : text ? 'missing' : 'unavailable',
    signatureId: signed[0]?.id ?? null,
    text: text && version ? { ...text, number: version.number } : null,
    languages: version ? offeredLanguages(version, manifest) : [],
  }
}
