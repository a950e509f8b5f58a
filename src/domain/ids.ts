declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** A tenant of any kind: its directory id, a lower-case GUID. */
export type TenantId = Branded<'TenantId'>
/** A tenant in its part as partner. Same GUID space as TenantId. */
export type PartnerId = TenantId & Branded<'PartnerId'>
/** A tenant in its part as customer. Same GUID space as TenantId. */
export type CustomerId = TenantId & Branded<'CustomerId'>
export type PersonId = Branded<'PersonId'>
export type RelationshipRequestId = Branded<'RelationshipRequestId'>
export type RelationshipId = Branded<'RelationshipId'>
export type AgreementVersionId = Branded<'AgreementVersionId'>
export type SignatureId = Branded<'SignatureId'>
export type SessionId = Branded<'SessionId'>
export type EventId = Branded<'EventId'>

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Own ids are accepted in any letter case and kept in lower case (decision 19); undefined when it is no GUID. */
export function canonicalId(text: string): string | undefined {
  const lower = text.toLowerCase()
  return guid.test(lower) ? lower : undefined
}

/** What stands in the tenant column of things that belong to no tenant. */
export const noTenant = '00000000-0000-0000-0000-000000000000' as TenantId
