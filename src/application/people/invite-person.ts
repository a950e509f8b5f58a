import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { invitationDays, type Person } from '../../domain/people/person.ts'
import { fittingRoles, refuseEscalation } from '../../domain/people/role-rules.ts'
import type { Language } from '../../language/languages.ts'
import { findPersonOf, insertPerson } from '../../store/person-store.ts'
import { findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import { withinBudget } from '../limits.ts'
import { mailLanguage } from './mail-language.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { UseCase, Work } from '../use-case.ts'
import { currentChanger } from './changer.ts'
import { ownRights } from './people-side.ts'
import { newPersonLink, portalOfPerson } from './person-link.ts'
import { ownUserName } from './person-wish.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

export interface InvitePersonInput {
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly roles: readonly string[]
  readonly language: Language
}

/** A colleague gets an account here and a mailed link to choose a password with; until then nobody can sign in with it. */
export const invitePerson: UseCase<InvitePersonInput, ShownPerson> = {
  action: 'person.invite',
  changesPeople: true,

  async run(work, input) {
    const { tenantId } = work.person
    const tenant = await findOwnTenant(work.trx, tenantId)
    const draft = {
      id: work.newId(),
      tenantId,
      displayName: displayName(input.displayName),
      userPrincipalName: ownUserName(input.userPrincipalName, tenant),
      mail: mailAddress(input.mail).address,
      roles: fittingRoles(input.roles, tenant),
      language: input.language,
    }
    const changer = await currentChanger(work, 'person.invite')
    refuseEscalation(changer, draft.roles)
    await insertPerson(work.trx, { ...draft, status: 'invited', createdAt: work.now })
    const person = await findPersonOf(work.trx, tenantId, draft.id)
    await mailInvitation(work, person, tenant)
    await work.record(eventOf(person, 'person.invited', { roles: person.roles }))
    return showPerson(work, { tenantId, by: work.person, may: ownRights(work.person.roles) }, person)
  },
}

/** One mail a day for one invitation (rule R39); the link before it ends. */
export async function mailInvitation(work: Work, person: Person, tenant: Tenant): Promise<void> {
  const { tenantId, mail, userPrincipalName: name } = person
  if (!mail) throw new DomainError('invalidTransition', 'There is no address to invite.', { reason: 'mailMissing' })
  await withinBudget(work.env, 'personInvitation', { tenantId, recipient: mail.toLowerCase(), occasion: `invitation ${name}` }, async () => {
    const { link } = await newPersonLink(work, { tenantId, personId: person.id, kind: 'personInvitation', portal: portalOfPerson(person.roles, tenant) })
    await queueMail(work, {
      template: 'personInvited',
      tenantId,
      recipient: mail,
      language: mailLanguage(person.language, tenant.language),
      values: { name: person.displayName, tenantName: tenant.name, userPrincipalName: name, days: invitationDays },
      secret: link,
      aboutId: person.id,
    })
  })
}
