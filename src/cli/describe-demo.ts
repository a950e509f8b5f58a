import type { DemoReport } from '../application/installation/demo-report.ts'

/** For people who look at it in a terminal: what to open, and who they can be. */
export function describeDemo({ urls, tenants, people }: DemoReport): string {
  const nameOf = new Map(tenants.map((tenant) => [tenant.id, `${tenant.name} (${tenant.kinds.join(', ')}; ${tenant.cloud})`]))
  const lines = [
    '',
    `  Partner portal         ${urls.partner}`,
    `  Customer admin portal  ${urls.customer}`,
    `  Operator console       ${urls.operator}`,
    `  Mailbox of the demo    ${urls.mailbox}`,
    `  API                    ${urls.openapi}`,
    '',
    '  People of this demo. Passwords and authenticator secrets are shown this once.',
  ]
  for (const tenant of tenants.filter(({ id }) => people.some((person) => person.tenantId === id))) {
    lines.push('', `  ${nameOf.get(tenant.id)}`)
    for (const person of people.filter(({ tenantId }) => tenantId === tenant.id)) {
      lines.push(
        `    ${person.userPrincipalName}`,
        `      ${person.displayName}, ${person.role}`,
        `      password ${person.password}   authenticator ${person.totpSecret}`,
      )
    }
  }
  lines.push('', '  The code of the moment instead of an authenticator app: npx vinculo code --user <user principal name>', '')
  return lines.join('\n')
}
