import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { BillingProfile, CustomerAccount } from '../domain/customers/customer-account.ts'
import type { KnownTie } from '../domain/known-ties/known-tie.ts'
import type { Transaction } from './database.ts'
import type { RelationshipChannel } from './reseller-relationship-store.ts'
import type { CustomerAccounts } from './schema.generated.ts'

export interface AccountOpening {
  readonly partnerId: string
  readonly customerId: string
  readonly companyName: string
  readonly primaryDomain: string
  readonly country: string
  readonly channel: RelationshipChannel
  readonly at: Date
}

/**
 * Puts the customer on the partner's list, when a relationship is formed. A customer that was there before keeps the name,
 * tags and billing data that this partner gave it (reinstating); a second channel joins the first, and one that was known from elsewhere is related from now on.
 */
export async function openAccount(trx: Transaction, opening: AccountOpening): Promise<void> {
  await trx
    .insertInto('customer_accounts')
    .values({
      partner_id: opening.partnerId,
      customer_id: opening.customerId,
      company_name: opening.companyName,
      name_key: searchKey(opening.companyName),
      primary_domain: opening.primaryDomain,
      country: opening.country,
      channels: [opening.channel],
      related_since: opening.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['partner_id', 'customer_id']).doUpdateSet({
        primary_domain: opening.primaryDomain,
        country: opening.country,
        channels: sql`case when customer_accounts.ended_at is not null then excluded.channels
          when customer_accounts.channels @> excluded.channels then customer_accounts.channels
          else customer_accounts.channels || excluded.channels end`,
        related_since: sql`case when customer_accounts.ended_at is null and customer_accounts.channels <> '{}' then customer_accounts.related_since else excluded.related_since end`,
        ended_at: null,
        version: sql`customer_accounts.version + 1`,
      }),
    )
    .execute()
}

/** One's account of a customer, ended or not; undefined where there never was one. */
export async function findAccount(trx: Transaction, partnerId: string, customerId: string): Promise<CustomerAccount | undefined> {
  const row = await ofPartner(trx, partnerId).where('customer_id', '=', customerId).executeTakeFirst()
  return row && accountFromRow(row)
}

/** The same, held for the act. */
export async function lockAccount(trx: Transaction, partnerId: string, customerId: string): Promise<CustomerAccount | undefined> {
  const row = await ofPartner(trx, partnerId).where('customer_id', '=', customerId).forUpdate().executeTakeFirst()
  return row && accountFromRow(row)
}

/** The customers this partner has or had under that primary domain: none or one. Nobody else's are looked at (decision 11). */
export async function findAccountByDomain(trx: Transaction, partnerId: string, domain: string): Promise<CustomerAccount | undefined> {
  const row = await ofPartner(trx, partnerId).where('primary_domain', '=', domain).orderBy('ended_at', (order) => order.desc().nullsFirst()).limit(1).executeTakeFirst()
  return row && accountFromRow(row)
}

/** The language of one's customer, while the relationship lets it be seen; undefined otherwise. */
export async function languageOfCustomer(trx: Transaction, partnerId: string, customerId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('customer_accounts as a')
    .innerJoin('tenants as t', 't.id', 'a.customer_id')
    .select('t.language')
    .where('a.partner_id', '=', partnerId)
    .where('a.customer_id', '=', customerId)
    .executeTakeFirst()
  return row?.language
}

/** The people in the customer's directory; visible to a partner with privileges only. */
export async function countPeopleOf(trx: Transaction, customerId: string): Promise<number> {
  const row = await trx
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<number>().as('known'))
    .where('tenant_id', '=', customerId)
    .where('status', 'not in', ['removed', 'erased'])
    .executeTakeFirstOrThrow()
  return Number(row.known)
}

/** What this partner calls these customers, by id; those it never had are left out. */
export async function accountNames(trx: Transaction, partnerId: string, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('customer_accounts')
    .select(['customer_id', 'company_name'])
    .where('partner_id', '=', partnerId)
    .where('customer_id', 'in', [...customerIds])
    .execute()
  return new Map(rows.map((row) => [row.customer_id, row.company_name]))
}

/** Writes name, tags and billing where the version still is what the reader saw. */
export async function saveAccount(trx: Transaction, next: CustomerAccount): Promise<CustomerAccount> {
  const { numUpdatedRows } = await trx
    .updateTable('customer_accounts')
    .set({
      company_name: next.companyName,
      name_key: searchKey(next.companyName),
      tags: [...next.tags],
      ...billingColumns(next.billing),
      version: next.version + 1,
    })
    .where('partner_id', '=', next.partnerId)
    .where('customer_id', '=', next.customerId)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The account changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Takes the customer off the list; the account stays, for reinstating. */
export async function endAccount(trx: Transaction, partnerId: string, customerId: string, at: Date): Promise<void> {
  await trx
    .updateTable('customer_accounts')
    .set((row) => ({ ended_at: at, version: row('version', '+', 1) }))
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null)
    .execute()
}

export const accountColumns = [
  'partner_id',
  'customer_id',
  'company_name',
  'name_key',
  'primary_domain',
  'country',
  'tags',
  'channels',
  'privileged_services',
  'related_since',
  'ended_at',
  'customer_closed_at',
  'known_ties',
  'billing_mail',
  'billing_language',
  'billing_culture',
  'billing_first_name',
  'billing_last_name',
  'billing_phone',
  'address_line1',
  'address_line2',
  'city',
  'state',
  'postal_code',
  'version',
] as const satisfies readonly (keyof CustomerAccounts)[]

export function accountFromRow(row: Pick<Selectable<CustomerAccounts>, (typeof accountColumns)[number]>): CustomerAccount {
  return {
    partnerId: row.partner_id,
    customerId: row.customer_id,
    companyName: row.company_name,
    primaryDomain: row.primary_domain,
    country: row.country,
    tags: row.tags,
    channels: row.channels as CustomerAccount['channels'],
    privilegedServices: row.privileged_services,
    relatedSince: row.related_since,
    endedAt: row.ended_at,
    customerClosedAt: row.customer_closed_at,
    knownTies: knownTiesOf(row.known_ties),
    billing: {
      mail: row.billing_mail,
      language: row.billing_language,
      culture: row.billing_culture,
      firstName: row.billing_first_name,
      lastName: row.billing_last_name,
      phone: row.billing_phone,
      addressLine1: row.address_line1,
      addressLine2: row.address_line2,
      city: row.city,
      state: row.state,
      postalCode: row.postal_code,
    },
    version: row.version,
  }
}

/** As the door wrote them. */
export function knownTiesOf(stored: unknown): readonly KnownTie[] {
  return stored as KnownTie[]
}

function ofPartner(trx: Transaction, partnerId: string) {
  return trx.selectFrom('customer_accounts').select(accountColumns).where('partner_id', '=', partnerId)
}

function billingColumns(billing: BillingProfile) {
  return {
    billing_mail: billing.mail,
    billing_language: billing.language,
    billing_culture: billing.culture,
    billing_first_name: billing.firstName,
    billing_last_name: billing.lastName,
    billing_phone: billing.phone,
    address_line1: billing.addressLine1,
    address_line2: billing.addressLine2,
    city: billing.city,
    state: billing.state,
    postal_code: billing.postalCode,
  }
}
