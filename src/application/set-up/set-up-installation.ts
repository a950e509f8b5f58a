import { mailAddress, userPrincipalName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { displayName } from '../../domain/names/name.ts'
import type { Language } from '../../language/languages.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { checkPassword } from '../../security/password-rules.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import { insertPerson } from '../../store/person-store.ts'
import { consumeSetUpCode, isSetUp } from '../../store/setting-store.ts'
import { enterInstallation, insertTenant } from '../../store/tenant-store.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase } from '../use-case.ts'

export interface SetUpInput {
  /** from the terminal of the server */
  readonly code: string
  readonly tenantName: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly password: string
  readonly language: Language
  readonly passwordHash?: string
}

/** Whoever holds the code of the terminal becomes the first operator, once (decision 26). */
export const setUpInstallation: UseCase<SetUpInput, { readonly tenantId: string; readonly personId: string }> = {
  action: 'installation.setUp',

  async prepare(_env, _actor, input) {
    return { ...input, passwordHash: await hashPassword(input.password) }
  },

  async run(work, input) {
    const { trx, now } = work
    if (await isSetUp(trx)) throw alreadySetUp()
    const draft = draftOf(input)
    await enterInstallation(trx)
    const code = parseSecret('setUpCode', input.code)
    if (!code || !(await consumeSetUpCode(trx, hashSecret(code).toString('hex')))) {
      // Of two who used it at once, the second waited for the first and finds the code gone.
      if (await isSetUp(trx)) throw alreadySetUp()
      throw new DomainError('wrongCode', 'This is not the set-up code.', { reason: 'setUpCodeWrong', field: 'code' })
    }
    const tenantId = work.newId()
    const personId = work.newId()
    await insertTenant(trx, { ...draft.tenant, id: tenantId, language: input.language, createdAt: now })
    await insertPerson(trx, { ...draft.person, id: personId, tenantId, language: input.language, passwordHash: input.passwordHash!, createdAt: now })
    await recordAs(work, { personId, tenantId }, { type: 'installation.setUp', resource: { type: 'installation', id: noTenant }, readers: [{ tenantId }] })
    return { tenantId, personId }
  },
}

function draftOf(input: SetUpInput) {
  const name = userPrincipalName(input.userPrincipalName)
  const person = {
    userPrincipalName: name,
    displayName: displayName(input.displayName),
    mail: mailAddress(input.mail).address,
    roles: ['operator'],
    status: 'active',
  } as const
  const tenantName = displayName(input.tenantName)
  checkPassword(input.password, { hasSecondFactor: true, ownNames: [name, person.displayName, tenantName] })
  const tenant = {
    cloud: 'public',
    name: tenantName,
    // The operator's own tenant has no relationships: neither market nor day is ever counted for it.
    country: 'US',
    timeZone: 'UTC',
    primaryDomain: name.slice(name.lastIndexOf('@') + 1),
    isCustomer: false,
    isOperator: true,
    origin: 'setUp',
  } as const
  return { person, tenant }
}

function alreadySetUp(): DomainError {
  return new DomainError('alreadySetUp', 'This installation has an operator.')
}
