import { draftLanguage } from '../../domain/clouds/cloud-rules.ts'
import { customerLanguages, defaultLanguage } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { composeDraft } from '../../domain/mail-drafts/compose-draft.ts'
import { isOnlyIndirectReseller, partnerLinkServices } from '../../domain/relationship-requests/link-claims.ts'
import { currentPartnerLink } from '../../store/partner-link-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import { messageOf } from '../relationship-requests/request-draft.ts'
import { rightsInOwnTenant } from '../relationship-requests/standing.ts'
import type { UseCase, Work } from '../use-case.ts'
import { partnerLinkUrl } from './mint-partner-link.ts'

export type PartnerLinkView = Awaited<ReturnType<typeof describePartnerLink>>

/** The reusable link with its letter. It exists from enrolment (decision 3); looking makes none (rule R4). */
export const readPartnerLink: UseCase<{ readonly language: string | undefined }, PartnerLinkView> = {
  action: 'partnerLink.read',

  async run(work, { language }) {
    requirePartner(work)
    requirePartnerLinkOffered(work)
    return describePartnerLink(work, language)
  },
}

/** In some clouds a reseller under a provider has no invitations of its own [S2.L2.3]. */
export function requirePartnerLinkOffered({ manifest, person }: Work): void {
  if (!manifest.requestKinds.includes('partnerLink')) {
    throw new DomainError('requestNotPossible', 'This cloud has no partner link.', { reason: 'partnerLinkNotOffered' })
  }
  if (!manifest.indirectResellersMayInvite && isOnlyIndirectReseller(person.partnerKinds)) {
    throw new DomainError('requestNotPossible', 'Resellers under a provider use its link.', { reason: 'indirectResellerMayNotInvite' })
  }
}

async function describePartnerLink(work: Work, wanted: string | undefined) {
  const { trx, env, person, manifest, now } = work
  const link = await currentPartnerLink(trx, person.tenantId)
  if (!link) throw new DomainError('notFound', 'This partner has no link in force; rotating makes one.')
  const url = partnerLinkUrl(env, link, { manifest, kinds: person.partnerKinds })
  const language = languageOf(work, wanted)
  const draft = composeDraft(
    {
      kind: 'establish',
      occasion: 'first',
      manifest,
      partner: { name: person.tenantName, country: person.country, partnerId: person.tenantId },
      asksPrivileges: partnerLinkServices(manifest, person.partnerKinds).length > 0,
      link: url,
    },
    language,
  )
  const mayDo = await rightsInOwnTenant(work)
  return {
    link: url,
    url,
    createdAt: link.createdAt.toISOString(),
    isReusable: manifest.linkReusable,
    language,
    languages: manifest.draftLanguages,
    draft: { subject: draft.subject, paragraphs: draft.paragraphs, text: draft.text },
    message: messageOf(draft, now),
    can: mayDo('partnerLink.rotate') ? ['rotate'] : [],
  }
}

function languageOf({ manifest, person }: Work, wanted: string | undefined) {
  const known = customerLanguages.find((language) => language === wanted)
  if (wanted !== undefined && !(known && manifest.draftLanguages.includes(known))) {
    throw new DomainError('invalidInput', 'No letter in that language.', { reason: 'languageNotOffered', field: 'language' })
  }
  return known ?? draftLanguage(manifest, defaultLanguage(person.country))
}
