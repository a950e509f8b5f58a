import { verdict } from '../../domain/invitations/verdict.ts'
import { askFreshLink } from '../../domain/relationship-requests/decide.ts'
import { saveRequest } from '../../store/relationship-request-store.ts'
import type { UseCase } from '../use-case.ts'
import { type LinkPresented, loadInvitation } from './load-invitation.ts'
import { recordUnnamed } from './record-visit.ts'
import { refusalOf } from './refuse.ts'

/**
 * One click on the page of a link that ended, by anybody who holds it. The partner is told once a day however often it is
 * clicked, and learns nothing of who clicked; the answer is the same each time.
 */
export const requestFreshLink: UseCase<{ readonly link: LinkPresented }, { readonly askedAt: Date }> = {
  action: 'invitation.askFreshLink',
  linkSecret: ({ link }) => link.secretSha256,

  async run(work, { link }) {
    const { request, facts } = await loadInvitation(work, { link, languages: [], hold: false })
    const { reasonCode, next } = verdict(facts)
    const isOver = !request || facts.link.state === 'declined' || facts.link.state === 'accepted' || facts.partners.some(({ isActive, hasSigned }) => !isActive || !hasSigned)
    if (isOver) throw refusalOf(reasonCode ?? 'linkReplaced', next)
    const asked = askFreshLink(request, work.now)
    if (asked) {
      await saveRequest(work.trx, asked.next)
      await recordUnnamed(work, asked.event)
    }
    return { askedAt: asked?.next.freshLinkAskedAt ?? request.freshLinkAskedAt! }
  },
}
