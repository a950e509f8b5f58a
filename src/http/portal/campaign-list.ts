import { clipped } from '../../application/campaigns/read-list.ts'
import type { StatedRow } from '../../domain/campaigns/campaign.ts'
import type { CustomerList } from './campaign-schemas.ts'

/** The rows that came, as CSV already read or as one of the forms of JSON; numbered from 1 where the file had no head row. */
export function rowsOfList(body: CustomerList | readonly StatedRow[]): readonly StatedRow[] {
  if ('rows' in body) return body.rows.map((row, place) => rowOf(place, row))
  if ('items' in body) return body.items.map(itemOf)
  return body
}

function itemOf({ id, companyProfile: company, billingProfile: billing }: Extract<CustomerList, { items: unknown }>['items'][number], place: number): StatedRow {
  return rowOf(place, {
    tenantId: id ?? company?.tenantId,
    companyName: company?.companyName ?? billing?.companyName,
    domain: company?.domain,
    country: billing?.defaultAddress?.country,
    mail: billing?.email ?? company?.email,
    language: billing?.language?.slice(0, 2),
  })
}

function rowOf(place: number, row: Readonly<Partial<Record<Exclude<keyof StatedRow, 'line' | 'problem'>, string | null | undefined>>>): StatedRow {
  const text = (value: string | null | undefined) => (value ?? '').trim()
  return clipped({
    line: place + 1,
    tenantId: text(row.tenantId),
    companyName: text(row.companyName),
    domain: text(row.domain),
    country: text(row.country),
    cloud: text(row.cloud),
    mail: text(row.mail),
    language: text(row.language),
  })
}
