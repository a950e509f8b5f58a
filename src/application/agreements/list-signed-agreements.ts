import { namesOfSigners } from '../../store/names-of-people.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { type SignedAgreement, signedAgreements } from '../../store/signature-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownAgreement {
  readonly agreement: SignedAgreement
  /** after erasure as long as the evidence keeps it, then null */
  readonly signer: string | null
  readonly partnerName: string | null
}

/** What one's organization signed, newest first. */
export const listSignedAgreements: UseCase<{ readonly page: PageAsk }, Page<ShownAgreement>> = {
  action: 'agreement.read',

  async run(work, { page }) {
    const { items, ...marks } = await readPage(work, page, {
      route: 'GET /agreements',
      filter: {},
      read: (start, most) => {
        const [signedAt, id] = start?.keys ?? []
        const from = start && { signedAt: new Date(String(signedAt)), id: String(id), isBackward: start.backwards }
        return signedAgreements(work.trx, work.person.tenantId, { most, from })
      },
      keysOf: ({ signedAt, id }) => [signedAt.toISOString(), id],
    })
    return { items: await withNames(work, items), ...marks }
  },
}

/** Who signed, and at whose invitation. */
export async function withNames({ trx }: Pick<Work, 'trx'>, agreements: readonly SignedAgreement[]): Promise<ShownAgreement[]> {
  const [people, partners] = await Promise.all([
    namesOfSigners(trx, agreements.map(({ personId }) => personId)),
    partnerFacts(trx, [...new Set(agreements.flatMap(({ partnerId }) => partnerId ?? []))]),
  ])
  return agreements.map((agreement) => ({
    agreement,
    signer: people.get(agreement.personId) ?? null,
    partnerName: partners.find(({ id }) => id === agreement.partnerId)?.name ?? null,
  }))
}
