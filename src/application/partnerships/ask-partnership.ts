import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { askPartnership as ask } from '../../domain/partnerships/decide.ts'
import { type Partnership, type PartnershipLanguage, partnershipValidityDays } from '../../domain/partnerships/partnership.ts'
import type { Language } from '../../language/languages.ts'
import { insertPartnership } from '../../store/partnership-store.ts'
import { wordsToStore } from '../relationship-requests/request-draft.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { composeLetter, mintPartnershipSecret, partnershipLink } from './partnership-letter.ts'

export interface AskingInput {
  /** how the provider calls the reseller; null where it addresses nobody by name */
  readonly companyName: string | null
  readonly language: PartnershipLanguage
  readonly reader: Language
}

/** A provider asks a reseller for a partnership: a letter with a link of its own, which the provider sends itself (D.3). */
export const askPartnership: UseCase<AskingInput, DescribedPartnership> = {
  action: 'partnership.ask',

  async run(work, { companyName, language, reader }) {
    requireProvider(work)
    const blank = blankPartnership(work, companyName === null ? null : displayName(companyName), language)
    const { secret, stored } = mintPartnershipSecret(work.env, blank.id)
    const link = partnershipLink(work.env, secret)
    const letter = composeLetter(work, blank, link)
    const { next, event } = ask({ ...blank, subject: letter.subject, body: wordsToStore(letter.text, link) })
    await insertPartnership(work.trx, next, stored)
    await work.record(event)
    return describePartnership(work, next, { reader, withWords: false })
  },
}

/** Only an indirect provider has resellers. */
export function requireProvider({ person }: Work): void {
  if (!person.partnerKinds.includes('indirectProvider')) {
    throw new DomainError('notAllowed', 'Only an indirect provider asks for partnerships.', { reason: 'notAnIndirectProvider' })
  }
}

function blankPartnership({ person, now, newId }: Work, namedCompany: string | null, language: PartnershipLanguage): Partnership {
  return {
    id: newId(),
    providerId: person.tenantId,
    resellerId: null,
    status: 'draft',
    namedCompany,
    language,
    subject: '',
    body: '',
    createdBy: person.personId,
    createdAt: now,
    sharedAt: null,
    expiresAt: new Date(now.getTime() + partnershipValidityDays * 86_400_000),
    answeredAt: null,
    answeredBy: null,
    blockedReason: null,
    blockedAt: null,
    endedAt: null,
    endedBy: null,
    endedByTenant: null,
    endReason: null,
    endStatementSha256: null,
    version: 1,
  }
}
