import { type NumberedAttestation, attestationsOf } from '../../store/attestation-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownAttestation {
  readonly attestation: NumberedAttestation
  readonly partnerName: string | null
  /** who stated it; null after erasure */
  readonly attester: string | null
}

/** What partners stated that one's own organization accepted, newest first. */
export const listAttestations: UseCase<{ readonly page: PageAsk }, Page<ShownAttestation>> = {
  action: 'agreement.read',

  async run(work, { page }) {
    const { items, ...marks } = await readPage(work, page, {
      route: 'GET /attestations',
      filter: {},
      read: (start, most) => {
        const [attestedAt, id] = start?.keys ?? []
        const from = start && { attestedAt: new Date(String(attestedAt)), id: String(id), isBackward: start.backwards }
        return attestationsOf(work.trx, work.person.tenantId, { most, from })
      },
      keysOf: ({ attestedAt, id }) => [attestedAt.toISOString(), id],
    })
    return { items: await withNames(work, items), ...marks }
  },
}

async function withNames({ trx }: Pick<Work, 'trx'>, attestations: readonly NumberedAttestation[]): Promise<ShownAttestation[]> {
  const people = await namesOfPeople(trx, attestations.map(({ attestedBy }) => attestedBy))
  const partners = await partnerFacts(trx, [...new Set(attestations.map(({ partnerId }) => partnerId))])
  return attestations.map((attestation) => ({
    attestation,
    partnerName: partners.find(({ id }) => id === attestation.partnerId)?.name ?? null,
    attester: people.get(attestation.attestedBy)?.displayName ?? null,
  }))
}
