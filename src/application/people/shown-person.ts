import { personCan } from '../../domain/people/decide.ts'
import { blockOf } from '../../domain/mail-blocks.ts'
import type { Person } from '../../domain/people/person.ts'
import { mightAllow } from '../../domain/rights.ts'
import { standingsOf } from '../mail/address-book.ts'
import type { Work } from '../use-case.ts'

export interface ShownPerson extends Person {
  /** what the reader may do with this person now */
  readonly can: readonly string[]
  /** since when letters to the address do not arrive */
  readonly mailUndeliverableSince: Date | null
  /** false where a letter to the address stays here, so that a link has to be handed over in another way */
  readonly isReachable: boolean
}

export async function showPerson(work: Work, person: Person): Promise<ShownPerson> {
  return (await showPeople(work, [person]))[0]!
}

export async function showPeople(work: Work, people: readonly Person[]): Promise<ShownPerson[]> {
  const { person: reader } = work
  const may = { invite: mightAllow(reader.roles, 'person.invite'), update: mightAllow(reader.roles, 'person.update') }
  const standings = await standingsOf(work, reader.tenantId, people.flatMap(({ mail }) => mail ?? []))
  return people.map((person) => {
    const standing = person.mail === null ? undefined : standings.get(person.mail.toLowerCase())
    return {
      ...person,
      can: personCan(person, reader, may),
      mailUndeliverableSince: standing?.undeliverableSince ?? null,
      isReachable: blockOf('personInvited', standing) === undefined,
    }
  })
}
