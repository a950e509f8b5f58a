/** One flat form; the API takes the administrator as a part of its own. */
const tenantNames = ['name', 'cloud', 'country', 'primaryDomain', 'language', 'timeZone'] as const
const adminNames = ['displayName', 'mail', 'userPrincipalName'] as const
/** Of a partner only. The kinds stand as one text, so that they live in an ordinary form. */
const programmeNames = ['kinds', 'programmeId', 'agreement'] as const

export const tenantFieldNames = [...tenantNames, ...adminNames, ...programmeNames] as const

export type TenantFieldName = (typeof tenantFieldNames)[number]
export type TenantValues = Record<TenantFieldName, string>

export function requiredNames(isPartner: boolean): readonly TenantFieldName[] {
  return [...tenantNames, ...adminNames, ...(isPartner ? (['kinds', 'agreement'] as const) : [])]
}

export function customerBody(values: TenantValues) {
  return { ...part(values, tenantNames), admin: part(values, adminNames) }
}

export function partnerBody(values: TenantValues) {
  const programmeId = values.programmeId.trim()
  return { ...customerBody(values), kinds: values.kinds.split(' '), ...(programmeId && { programmeId }), agreement: values.agreement }
}

function part<Name extends TenantFieldName>(values: TenantValues, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, values[name].trim()])) as Record<Name, string>
}

/** A sign-in name in the organization's domain, after the mail address; nothing until both are there. */
export function suggestedUserName(mail: string, primaryDomain: string): string {
  const local = mail.trim().toLowerCase().split('@')[0]
  const domain = primaryDomain.trim().toLowerCase()
  return local && domain ? `${local}@${domain}` : ''
}
