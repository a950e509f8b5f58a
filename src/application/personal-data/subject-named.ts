import { mailAddress } from '../../domain/addresses.ts'
import { personByName } from '../../store/operator-store.ts'
import { personEverOf } from '../../store/person-store.ts'
import { nameKey } from '../sign-in/sign-in.ts'
import type { Work } from '../use-case.ts'

export interface NamedSubject {
  readonly personId: string | null
  readonly tenantId: string | null
  readonly displayName: string | null
  readonly mail: string | null
}

/** Who is meant by what an operator typed: somebody's sign-in name, else a mail address of anybody. */
export async function subjectNamed({ trx }: Work, typed: string): Promise<NamedSubject> {
  const known = await personByName(trx, nameKey(typed))
  if (known) {
    const person = await personEverOf(trx, known.tenantId, known.id, { hold: false })
    return { personId: known.id, tenantId: known.tenantId, displayName: person.displayName, mail: person.mail }
  }
  return { personId: null, tenantId: null, displayName: null, mail: mailAddress(typed.trim()).address }
}
