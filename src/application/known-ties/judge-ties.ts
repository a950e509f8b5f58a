import type { StatedTie } from '../../domain/known-ties/known-tie.ts'
import { readTie } from '../../domain/known-ties/read-tie.ts'
import { tenantsNamed, type TiedTenant, type TieToKeep } from '../../store/known-tie-store.ts'
import type { Work } from '../use-case.ts'
import type { TieLine } from './known-ties-file.ts'

/** What a line comes to: a tie that may be kept, or the reason code for which it may not. */
export type JudgedLine = { readonly line: TieLine } & (
  | { readonly reason: string }
  | { readonly reason: null; readonly tie: TieToKeep; readonly customer: TiedTenant; readonly partner: TiedTenant | undefined }
)

/** Judges lines against what stands in the installation, with one look at it. Repetitions within the lines are refused. */
export async function judgeLines(work: Work, lines: readonly TieLine[]): Promise<JudgedLine[]> {
  const rules = { manifestOf: (cloud: string) => manifestOf(work, cloud), today: work.now.toISOString().slice(0, 10) }
  const read = lines.map((line) => ({ line, stated: readTie(line, rules) }))
  const ties = read.flatMap(({ stated }) => (typeof stated === 'string' ? [] : [stated]))
  const named = await tenantsNamed(work.trx, {
    ids: ties.flatMap(({ customerId }) => customerId ?? []),
    domains: [...new Set(ties.flatMap(({ partnerDomain, customerDomain }) => [partnerDomain, ...(customerDomain === null ? [] : [customerDomain])]))],
  })
  const found: Found = {
    byId: new Map(named.map((tenant) => [tenant.id, tenant])),
    byDomain: new Map(named.map((tenant) => [`${tenant.cloud} ${tenant.domain}`, tenant])),
    seen: new Set(),
  }
  return read.map(({ line, stated }) => ({ line, ...(typeof stated === 'string' ? { reason: stated } : judgeTie(stated, found)) }))
}

interface Found {
  readonly byId: ReadonlyMap<string, TiedTenant>
  readonly byDomain: ReadonlyMap<string, TiedTenant>
  readonly seen: Set<string>
}

function judgeTie(stated: StatedTie, { byId, byDomain, seen }: Found) {
  const { cloud, partnerDomain, customerId, customerDomain, kind, service, since } = stated
  const customer = customerId === null ? byDomain.get(`${cloud} ${customerDomain}`) : byId.get(customerId)
  const partner = byDomain.get(`${cloud} ${partnerDomain}`)
  const isNamedTwoWays = customer !== undefined && customerDomain !== null && customer.domain !== customerDomain
  if (!customer?.isCustomer || customer.cloud !== cloud || isNamedTwoWays) return { reason: 'tieCustomerNotHere' }
  if (partner?.id === customer.id) return { reason: 'tieWithItself' }
  if (partner && !partner.isPartner) return { reason: 'tieNotAPartner' }
  const key = [cloud, partnerDomain, customer.id, kind, service].join(' ')
  if (seen.has(key)) return { reason: 'tieRepeated' }
  seen.add(key)
  return { reason: null, tie: { cloud, partnerDomain, customerId: customer.id, kind, service, since }, customer, partner }
}

function manifestOf({ env }: Work, cloud: string) {
  try {
    return env.manifestOf(cloud)
  } catch {
    return undefined
  }
}
