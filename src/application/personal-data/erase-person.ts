import { erase, keptUntil } from '../../domain/personal-data/erasing.ts'
import { countErasure, erasePersonData, type ErasureCounts } from '../../store/erasure-store.ts'
import { countHolders, personEverOf } from '../../store/person-store.ts'
import { rolesLost } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import { changerOf, keepAnAdministrator } from '../people/changer.ts'
import type { UseCase, Work } from '../use-case.ts'

/** What erasing a person takes and leaves, and what stands in its way. */
export interface ErasurePreview {
  readonly id: string
  readonly displayName: string
  readonly counts: ErasureCounts
  /** until when what they signed keeps their name; null where they signed nothing */
  readonly keptUntil: Date | null
  readonly blockers: readonly ('ownAccount' | 'lastAdministrator')[]
}

/** Changes nothing. */
export const previewErasure: UseCase<{ readonly id: string }, ErasurePreview> = {
  action: 'person.previewErasure',

  async run(work, { id }) {
    return erasureOf(work, await personEverOf(work.trx, work.person.tenantId, id, { hold: false }))
  },
}

/**
 * Erases somebody who left or is to leave (rule R34): account, address, sessions and mails go at once and for good, the
 * history keeps a number that leads to no name. What they signed keeps their name for its legal period.
 */
export const erasePerson: UseCase<{ readonly id: string }, void> = {
  action: 'person.erase',
  changesPeople: true,

  async run(work, { id }) {
    const changer = await changerOf(work, 'person.erase', id)
    const person = await personEverOf(work.trx, work.person.tenantId, id, { hold: true })
    const decided = erase(person, changer)
    await keepAnAdministrator(work, person, decided)
    await eraseNow(work, person)
    for (const event of decided.events) await work.record(event)
  },
}

export async function eraseNow(work: Work, { id, tenantId }: Pick<Person, 'id' | 'tenantId'>): Promise<void> {
  const erasedAt = work.env.clock()
  const erasedBy = work.actor.kind === 'person' ? work.actor.personId : null
  await erasePersonData(work.trx, { id: work.newId(), tenantId, personId: id, erasedAt, keptUntil: keptUntil(erasedAt), erasedBy })
}

export async function erasureOf(work: Work, person: Person): Promise<ErasurePreview> {
  const { trx } = work
  const counts = await countErasure(trx, { tenantId: person.tenantId, personId: person.id, mail: person.mail })
  const lost = rolesLost(person, { ...person, status: 'erased', roles: [] })
  const holders = lost.length > 0 ? await countHolders(trx, person.tenantId, lost) : {}
  const isLast = lost.some((role) => (holders[role] ?? 0) <= 1)
  const isOwn = work.actor.kind === 'person' && work.actor.personId === person.id
  return {
    id: person.id,
    displayName: person.displayName,
    counts,
    keptUntil: counts.signatures + counts.attestations > 0 ? keptUntil(work.env.clock()) : null,
    blockers: [...(isOwn ? ['ownAccount' as const] : []), ...(isLast ? ['lastAdministrator' as const] : [])],
  }
}
