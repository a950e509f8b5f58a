import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { CountryCode, CustomerLanguage } from '../countries.ts'

/** Ask for a reseller relationship, or ask again for privileges within one (S0.1, S0.2). */
export type DraftKind = 'establish' | 'restorePrivileges'

/** Why this mail is written now: the request itself, a reminder with the same link, or a fresh link for one that ended. */
export type DraftOccasion = 'first' | 'reminder' | 'freshLink'

/** Who asks, as registered: an identity is name, country and partner id (decision 7). */
export interface DraftPartner {
  readonly name: string
  readonly country: CountryCode
  /** The directory id of the partner's tenant. */
  readonly partnerId: string
}

export interface DraftFacts {
  readonly kind: DraftKind
  readonly occasion: DraftOccasion
  readonly manifest: CapabilityManifest
  readonly partner: DraftPartner
  /** The indirect provider of a joint request. */
  readonly provider?: DraftPartner
  /** A joint request that the provider asks for its reseller: it writes the letter, and `partner` is the reseller. */
  readonly isAskedByProvider?: boolean
  /** Left out where the customer is not known, and always with a partner link, which holds no customer data [S2.17]. */
  readonly customerName?: string
  readonly asksPrivileges: boolean
  /** Known to have accepted the customer agreement: the letter need not speak of it. */
  readonly agreementAccepted?: boolean
  readonly link: string
  /** When the request expires; left out for a partner link, which does not. */
  readonly validUntil?: { readonly at: Date; readonly timeZone: string }
}

export interface DraftParagraph {
  readonly text: string
  readonly kind: 'text' | 'link'
  readonly editable: boolean
}

/** A mail for the partner to read, edit and send by itself [S0.14-20]. */
export interface MailDraft {
  readonly language: CustomerLanguage
  readonly subject: string
  readonly paragraphs: readonly DraftParagraph[]
  /** The paragraphs with an empty line between them; the link stands alone on its line. */
  readonly text: string
}
