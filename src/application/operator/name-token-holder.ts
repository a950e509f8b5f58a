import { userPrincipalName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { type NamedPerson, personByName } from '../../store/operator-store.ts'
import type { UseCase } from '../use-case.ts'

/**
 * Whom a token of the command line stands for. Whoever may open the socket or the data could act as anybody anyway; so
 * it is not forbidden but recorded, where the person's own organization sees it.
 */
export const nameTokenHolder: UseCase<{ readonly userPrincipalName: string }, NamedPerson> = {
  action: 'installation.run',

  async run({ trx, record }, input) {
    const name = userPrincipalName(input.userPrincipalName)
    const person = await personByName(trx, name)
    if (!person) throw new DomainError('notFound', `There is nobody with the user principal name ${name}.`)
    if (person.status !== 'active' || person.tenantStatus !== 'active') {
      throw new DomainError('invalidTransition', `The account of ${name} is ${person.status === 'active' ? 'in a closed organization' : person.status}; it cannot act.`)
    }
    await record({
      type: 'token.issued',
      resource: { type: 'person', id: person.id },
      readers: [{ tenantId: person.tenantId }],
      data: { by: 'commandLine' },
    })
    return person
  },
}
