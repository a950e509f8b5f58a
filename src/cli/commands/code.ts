import { showCode } from '../../application/installation/show-code.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, textOption } from '../command.ts'

export const code = command({
  name: 'code',
  summary: 'Print the authenticator code of the moment for a person of a demo installation.',
  options: [{ flags: '--user <user principal name>', summary: 'whose code', isRequired: true }],
  input: (options) => ({ userPrincipalName: textOption(options, 'user') }),
  run: (context, input) => performNow(context.env, showCode, theSystem, input),
  print: (shown) => shown.code,
})
