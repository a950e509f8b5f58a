export const setUp = {
  title: 'Set up this installation',
  text: 'You become the operator. The set-up code stands on the terminal where the server was started.',
  code: 'Set-up code',
  codeHint: 'Printed at every start until the installation is set up. It keeps strangers from taking over a fresh installation.',
  tenantName: 'Name of your organization',
  displayName: 'Your name',
  userPrincipalName: 'User name',
  userPrincipalNameHint: 'With this you sign in, for example ana@operator.example',
  mail: 'Mail address',
  password: 'Password',
  submit: 'Set up',
  done: 'The installation is set up. Sign in to go on.',
} as const
