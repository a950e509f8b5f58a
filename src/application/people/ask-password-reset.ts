import { noTenant } from '../../domain/ids.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { passwordResetMinutes, type Person } from '../../domain/people/person.ts'
import { type Portal, portalFits } from '../../domain/people/portals.ts'
import { credentialsByName } from '../../store/credential-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { tenantOfPersonName } from '../../store/session-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { recordAs } from '../sign-in/record-as.ts'
import { nameKey } from '../sign-in/sign-in.ts'
import type { UseCase, Work } from '../use-case.ts'
import { mailLanguage } from './mail-language.ts'
import { newPersonLink, portalOfPerson } from './person-link.ts'

export interface AskPasswordResetInput {
  readonly userPrincipalName: string
  readonly portal: Portal | null
  readonly tenantId?: string | undefined
}

/**
 * Mails a link to the address that stands in the account, never to one that was typed. The answer is the same whatever
 * the name is; for one that nobody has, the refusal is written instead of the link, so that it takes as long.
 */
export const askPasswordReset: UseCase<AskPasswordResetInput, void> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, tenantId: await tenantOfPersonName(env.database, nameKey(input.userPrincipalName)) }
  },

  async run(work, { userPrincipalName, portal, tenantId = noTenant }) {
    await enterTenant(work.trx, tenantId)
    const known = await credentialsByName(work.trx, tenantId, nameKey(userPrincipalName))
    const person = known?.status === 'active' ? await lockPersonOf(work.trx, tenantId, known.personId) : undefined
    if (person?.mail) await mailReset(work, person, portal)
    else await keepUnanswered(work, tenantId, known?.personId)
  },
}

async function mailReset(work: Work, person: Person, portal: Portal | null): Promise<void> {
  const { tenantId, mail } = person
  const tenant = await findOwnTenant(work.trx, tenantId)
  const { link } = await newPersonLink(work, {
    tenantId,
    personId: person.id,
    kind: 'passwordReset',
    portal: portal && portalFits(portal, tenant) ? portal : portalOfPerson(person.roles, tenant),
  })
  await queueMail(work, {
    template: 'passwordReset',
    tenantId,
    recipient: mail!,
    language: mailLanguage(person.language, tenant.language),
    values: { name: person.displayName, userPrincipalName: person.userPrincipalName, minutes: passwordResetMinutes },
    secret: link,
    aboutId: person.id,
  })
  await recordAs(work, { personId: person.id, tenantId }, eventOf(person, 'person.passwordResetAsked'))
}

async function keepUnanswered(work: Work, tenantId: string, personId: string | undefined): Promise<void> {
  await work.record({
    type: 'person.passwordResetAsked',
    resource: personId ? { type: 'person', id: personId } : { type: 'installation', id: noTenant },
    readers: [{ tenantId }],
    refused: personId ? 'accountClosed' : 'nameUnknown',
  })
}
