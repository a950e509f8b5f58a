import { createOperator } from '../../application/operator/create-operator.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, textOption } from '../command.ts'
import { describeLink, founderLink } from './invitation-of-founder.ts'

export const operatorCreate = command({
  name: 'operator create',
  summary: 'Invite one more operator; the first one founds the organization that runs the installation.',
  options: [
    { flags: '--name <name>', summary: 'of the person', isRequired: true },
    { flags: '--user <user principal name>', summary: 'what the person signs in with', isRequired: true },
    { flags: '--mail <address>', summary: 'where the invitation goes', isRequired: true },
    { flags: '--language <tag>', summary: 'en, es, de or zh-Hans', default: 'en' },
    { flags: '--organization <name>', summary: 'for the first operator: who runs the installation' },
  ],
  input: (options) => ({
    organization: typeof options.organization === 'string' ? options.organization : null,
    displayName: textOption(options, 'name'),
    userPrincipalName: textOption(options, 'user'),
    mail: textOption(options, 'mail'),
    language: textOption(options, 'language'),
  }),
  run: async (context, input) => {
    const operator = await performNow(context.env, createOperator, theSystem, input)
    return { operator, invitation: await founderLink(context, operator.personId) }
  },
  print: ({ operator, invitation }) => `Invited ${operator.userPrincipalName} to run this installation (${operator.tenantName}).\n${describeLink(invitation, 'operator')}`,
})
