import { type InvitationVerdict, verdict } from '../../domain/invitations/verdict.ts'
import { open } from '../../domain/relationship-requests/decide.ts'
import type { Language } from '../../language/languages.ts'
import { saveRequest } from '../../store/relationship-request-store.ts'
import type { UseCase } from '../use-case.ts'
import { type Invitation, type LinkPresented, loadInvitation } from './load-invitation.ts'
import { type NamedHolder, nameHolders } from './name-holders.ts'
import { recordUnnamed, recordVisit } from './record-visit.ts'

export interface OpenInvitation {
  readonly link: LinkPresented
  /** what tells one anonymous browser from another; hashed by the caller */
  readonly visitorKey: string | null
  readonly language: Language
  /** in which the agreement is to be shown, best first: as chosen on the page, else the reader's own */
  readonly agreementLanguages: readonly string[]
}

export interface OpenedInvitation {
  readonly invitation: Invitation
  readonly verdict: InvitationVerdict
  readonly heldBy: readonly NamedHolder[]
  readonly language: Language
}

/** The page exchanges its secret for what it shows. It sets `opened` and a visit; it uses nothing up and grants nothing (decision 4). */
export const openInvitation: UseCase<OpenInvitation, OpenedInvitation> = {
  action: 'invitation.open',
  linkSecret: ({ link }) => link.secretSha256,

  async run(work, { link, visitorKey, language, agreementLanguages }) {
    const invitation = await loadInvitation(work, { link, languages: agreementLanguages, hold: false })
    const judged = verdict(invitation.facts)
    const { request, facts } = invitation
    // The partner trying its own link has not reached anybody.
    if (request && facts.link.state === 'open' && !facts.link.isAltered && judged.reasonCode !== 'ownTenant') {
      const opened = open(request, work.now)
      if (opened) {
        await saveRequest(work.trx, opened.next)
        await recordUnnamed(work, opened.event)
      }
    }
    await recordVisit(work, invitation, judged.reasonCode, visitorKey)
    const heldBy = await nameHolders(work, judged.inTheWay, { manifest: facts.manifest, language })
    return { invitation, verdict: judged, heldBy, language }
  },
}
