import { personCan } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import { mightAllow } from '../../domain/rights.ts'
import type { Work } from '../use-case.ts'

export interface ShownPerson extends Person {
  /** what the reader may do with this person now */
  readonly can: readonly string[]
}

export function showPerson({ person: reader }: Work, person: Person): ShownPerson {
  const may = { invite: mightAllow(reader.roles, 'person.invite'), update: mightAllow(reader.roles, 'person.update') }
  return { ...person, can: personCan(person, reader, may) }
}
