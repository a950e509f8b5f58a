import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** A customer's organization as it is carried to another installation. */
export interface PortableCustomer {
  readonly id: string
  readonly name: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  readonly language: string
  readonly timeZone: string
  /** the first Global administrator that is there still; empty texts where there is none */
  readonly admin: { readonly displayName: string; readonly userPrincipalName: string; readonly mail: string }
  /** primary domains of the partners with an active reseller relationship, in their order */
  readonly partnerDomains: readonly string[]
}

/** Active customers in the order of their ids, for the system. */
export async function listPortableCustomers(trx: Transaction, { after, most }: { readonly after: string; readonly most: number }): Promise<PortableCustomer[]> {
  const { rows } = await sql<Omit<PortableCustomer, 'admin'> & { displayName: string | null; userPrincipalName: string | null; mail: string | null }>`
    select t.id, t.name, t.cloud, t.country, t.primary_domain as "primaryDomain", t.language, t.time_zone as "timeZone",
      a.display_name as "displayName", a.user_principal_name as "userPrincipalName", a.mail,
      array(
        select distinct p.primary_domain from reseller_relationships r join tenants p on p.id = r.partner_id
        where r.customer_id = t.id and r.ended_at is null order by 1
      ) as "partnerDomains"
    from tenants t
    left join lateral (
      select display_name, user_principal_name, mail from people
      where tenant_id = t.id and 'globalAdministrator' = any(roles) and status <> 'disabled'
      order by created_at, id limit 1
    ) a on true
    where t.is_customer and t.status = 'active' and t.id > ${after}
    order by t.id limit ${most}`.execute(trx)
  return rows.map(({ displayName, userPrincipalName, mail, ...row }) => ({ ...row, admin: { displayName: displayName ?? '', userPrincipalName: userPrincipalName ?? '', mail: mail ?? '' } }))
}

export interface StandingTenant {
  readonly id: string
  readonly cloud: string
  readonly primaryDomain: string
  readonly isCustomer: boolean
}

/** Who has this id, or this domain in this cloud, already; the one with the id first. */
export async function standingTenants(trx: Transaction, { id, cloud, primaryDomain }: { readonly id: string | null; readonly cloud: string; readonly primaryDomain: string }): Promise<StandingTenant[]> {
  const rows = await trx
    .selectFrom('tenants')
    .select(['id', 'cloud', 'primary_domain', 'is_customer'])
    .where(({ or, and, eb }) => or([...(id === null ? [] : [eb('id', '=', id)]), and([eb('cloud', '=', cloud), eb('primary_domain', '=', primaryDomain)])]))
    .execute()
  const standing = rows.map((row) => ({ id: row.id, cloud: row.cloud, primaryDomain: row.primary_domain, isCustomer: row.is_customer }))
  return standing.sort((one, other) => Number(other.id === id) - Number(one.id === id))
}
