import { type Campaign, type Delivery, mostMailsADay } from '../../domain/campaigns/campaign.ts'
import { plan } from '../../domain/campaigns/decide.ts'
import type { CustomerLanguage } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import { displayName } from '../../domain/names/name.ts'
import type { Language } from '../../language/languages.ts'
import { insertCampaign } from '../../store/campaign-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedCampaign, describeCampaign } from './describe-campaign.ts'

export interface CampaignWish {
  readonly name: string
  readonly delivery: Delivery
  readonly askPrivileges?: boolean | undefined
  readonly validityDays?: number | undefined
  readonly language?: string | undefined
  readonly words?: string | undefined
  readonly mailsADay?: number | undefined
  readonly reminders?: number | undefined
  readonly daysBetween?: number | undefined
}

/** What all rows of a list are asked; the list itself comes next. Nobody is asked anything yet. */
export const createCampaign: UseCase<{ readonly wish: CampaignWish; readonly reader: Language }, DescribedCampaign> = {
  action: 'campaign.prepare',

  async run(work, { wish, reader }) {
    requirePartner(work)
    requireTrackedRequests(work)
    const { next, event } = plan(planned(work, wish))
    await insertCampaign(work.trx, next)
    await work.record(event)
    return describeCampaign(work, next, reader)
  },
}

function requireTrackedRequests({ manifest }: Work): void {
  if (manifest.requestKinds.includes('trackedRequest')) return
  throw new DomainError('requestNotPossible', 'This cloud invites with the partner link.', { reason: 'trackedRequestNotOffered', next: 'partnerLink' })
}

function planned({ person, manifest, env, now, newId }: Work, wish: CampaignWish): Campaign {
  const { validityDays = null, language = null, mailsADay = defaultMailsADay } = wish
  const languages: readonly string[] = manifest.draftLanguages
  if (language !== null && !languages.includes(language)) throw wrong('languageNotOffered', 'language')
  if (validityDays !== null && validityDays > manifest.requestValidityDays.max) throw wrong('validityOutOfRange', 'validityDays')
  if (wish.askPrivileges === false && manifest.privileges !== 'optionalOn') {
    const reason = manifest.privileges === 'forced' ? 'privilegesForcedByCloud' : 'privilegesAddedByCloud'
    throw new DomainError('privilegesRuledByCloud', 'The cloud always asks for privileges.', { reason, field: 'askPrivileges' })
  }
  if (mailsADay > mostMailsADay * (env.rateFactor ?? 1)) throw wrong('mailsADayTooMany', 'mailsADay')
  if (wish.delivery === 'mails' && !env.mailLeaves && !env.isDemo) throw wrong('mailsDoNotLeave', 'delivery')
  return {
    partnerId: person.tenantId,
    id: newId(),
    name: displayName(wish.name),
    delivery: wish.delivery,
    status: 'draft',
    askPrivileges: wish.askPrivileges ?? null,
    validityDays,
    language: language as CustomerLanguage | null,
    words: plainWords(wish.words),
    mailsADay,
    reminders: wish.reminders ?? 0,
    daysBetween: wish.daysBetween ?? defaultDaysBetween,
    fileSha256: null,
    rowCount: 0,
    checkedCount: 0,
    pauseReason: null,
    nextAt: null,
    createdBy: person.personId,
    createdAt: now,
    actingId: person.personId,
    startedAt: null,
    endedAt: null,
    version: 1,
  }
}

/** The one link of the mail is ours (decision 5): any other could pass for it. */
function plainWords(text: string | undefined): string | null {
  const words = freeText(text, 'words')
  if (words !== null && /:\/\/|\bwww\.|[\p{L}\p{N}-]\.[a-z]{2,}\//iu.test(words)) throw wrong('wordsWithLink', 'words')
  return words
}

const defaultMailsADay = 200
const defaultDaysBetween = 7

function wrong(reason: string, field: string): DomainError {
  return new DomainError('invalidInput', `The campaign cannot be so: ${reason}.`, { reason, field })
}
