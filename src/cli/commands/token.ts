import { command, textOption } from '../command.ts'

export const token = command({
  name: 'token',
  summary: 'Print a short-lived bearer token that every API accepts for a person.',
  options: [{ flags: '--user <user principal name>', summary: 'whose rights the token carries, for example ana@fabrikam.example', isRequired: true }],
  input: (options) => ({ user: textOption(options, 'user') }),
  run: (context, { user }) => context.issueToken(user),
  print: ({ accessToken }) => accessToken,
})
