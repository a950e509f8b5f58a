import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Language } from '../../language/languages.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'
import { type Me, showMe } from './read-me.ts'

export interface UpdateMeInput {
  readonly version: number
  readonly displayName?: string | undefined
  readonly language?: Language | undefined
}

/** One's own name and language. Another mail address is asked for apart, because it has to be confirmed (ask-mail-change). */
export const updateMe: UseCase<UpdateMeInput, Me> = {
  action: 'self.update',

  async run(work, input) {
    const { tenantId, personId } = work.person
    const person = await lockPersonOf(work.trx, tenantId, personId)
    if (person.version !== input.version) throw new DomainError('changedMeanwhile', 'The account was changed meanwhile.')
    const next: Person = {
      ...person,
      displayName: input.displayName === undefined ? person.displayName : displayName(input.displayName),
      language: input.language ?? person.language,
    }
    const changed = (['displayName', 'language'] as const).filter((name) => next[name] !== person[name])
    if (changed.length === 0) return showMe(work, person)
    const saved = await updatePerson(work.trx, next, person.version)
    await work.record(eventOf(person, 'person.updated', { changed }))
    return showMe(work, saved)
  },
}
