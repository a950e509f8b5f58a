import { isRestorable, personCan, restorableUntil } from '../../domain/people/decide.ts'
import { blockOf } from '../../domain/mail-blocks.ts'
import type { Person } from '../../domain/people/person.ts'
import { standingsOf } from '../mail/address-book.ts'
import type { Work } from '../use-case.ts'
import type { PeopleSide } from './people-side.ts'

export interface ShownPerson extends Person {
  /** what the reader may do with this person now */
  readonly can: readonly string[]
  /** until when somebody who was deleted can come back; null where nothing is left to restore */
  readonly restorableUntil: Date | null
  /** since when letters to the address do not arrive */
  readonly mailUndeliverableSince: Date | null
  /** false where a letter to the address stays here, so that a link has to be handed over in another way */
  readonly isReachable: boolean
}

export async function showPerson(work: Work, side: Pick<PeopleSide, 'tenantId' | 'by' | 'may'>, person: Person): Promise<ShownPerson> {
  return (await showPeople(work, side, [person]))[0]!
}

export async function showPeople(work: Work, { tenantId, by, may }: Pick<PeopleSide, 'tenantId' | 'by' | 'may'>, people: readonly Person[]): Promise<ShownPerson[]> {
  const standings = await standingsOf(work, tenantId, people.flatMap(({ mail }) => mail ?? []))
  return people.map((person) => {
    const standing = person.mail === null ? undefined : standings.get(person.mail.toLowerCase())
    const isBack = isRestorable(person, work.now)
    return {
      ...person,
      can: isBack && may.update ? ['restore'] : personCan(person, by, may),
      restorableUntil: isBack ? restorableUntil(person.removedAt!) : null,
      mailUndeliverableSince: standing?.undeliverableSince ?? null,
      isReachable: blockOf('personInvited', standing) === undefined,
    }
  })
}
