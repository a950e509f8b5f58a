import { verdict } from '../../domain/invitations/verdict.ts'
import { decline, open } from '../../domain/relationship-requests/decide.ts'
import { saveRequest } from '../../store/relationship-request-store.ts'
import type { UseCase } from '../use-case.ts'
import { bothSides } from './carry-out.ts'
import { type LinkPresented, loadInvitation } from './load-invitation.ts'
import { recordUnnamed, recordVisit } from './record-visit.ts'
import { reasonOf, refusalOf } from './refuse.ts'

export interface DeclineInvitation {
  readonly link: LinkPresented
  /** the customer's own words, shown to the partner; null where it gives none */
  readonly reason: string | null
}

/** A real answer (decision 6), given by whoever could have said yes. It ends a request; a partner link goes on serving others. */
export const declineInvitation: UseCase<DeclineInvitation, { readonly declinedAt: Date }> = {
  action: 'invitation.decline',
  linkSecret: ({ link }) => link.secretSha256,

  async run(work, { link, reason }) {
    const invitation = await loadInvitation(work, { link, languages: [], hold: true })
    const { canDecline, reasonCode, next } = verdict(invitation.facts)
    if (!canDecline) throw refusalOf(reasonCode ?? 'notSignedIn', next)
    const { request, facts, partners } = invitation
    const { person, now, trx } = work
    if (!request) {
      await work.record({
        type: 'partnerLink.declined',
        resource: { type: 'partnerLink', id: facts.link.id },
        readers: bothSides(partners[0]!.id, person.tenantId),
        through: 'link',
      })
      return { declinedAt: now }
    }
    const opened = open(request, now)
    if (opened) await recordUnnamed(work, opened.event)
    const tenant = { id: person.tenantId, country: person.country, domains: facts.viewer!.domains }
    const declined = decline(opened?.next ?? request, { tenant, personId: person.personId, reason }, now)
    await saveRequest(trx, declined.next)
    await work.record(declined.event)
    return { declinedAt: now }
  },

  async onRefusal(work, { link }, refusal) {
    const reason = reasonOf(refusal)
    if (!reason || reason === 'unknownLink') return
    await recordVisit(work, await loadInvitation(work, { link, languages: [], hold: false }), reason, null)
  },
}
