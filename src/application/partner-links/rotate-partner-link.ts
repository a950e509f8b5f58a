import { endPartnerLink } from '../../store/partner-link-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import type { UseCase } from '../use-case.ts'
import { mintPartnerLink } from './mint-partner-link.ts'
import { requirePartnerLinkOffered } from './read-partner-link.ts'

/** A fresh link; letters with the old one open nothing any more. What was agreed through it stays. */
export const rotatePartnerLink: UseCase<void, { readonly createdAt: string }> = {
  action: 'partnerLink.rotate',

  async run(work) {
    requirePartner(work)
    requirePartnerLinkOffered(work)
    const { trx, person, now } = work
    const ended = await endPartnerLink(trx, person.tenantId, now)
    const link = await mintPartnerLink(work, person.tenantId)
    await work.record({
      type: 'partnerLink.rotated',
      resource: { type: 'partnerLink', id: link.id },
      readers: [{ tenantId: person.tenantId }],
      data: { ended: ended ?? null },
    })
    return { createdAt: link.createdAt.toISOString() }
  },
}
