import type { Environment } from '../application/environment.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import { mintPartnerLink } from '../application/partner-links/mint-partner-link.ts'
import { DomainError } from '../domain/errors.ts'
import { noTenant } from '../domain/ids.ts'
import { hasTenants, readSetting, writeSetting } from '../store/installation-store.ts'
import { type CastMember, describeCast } from './describe-cast.ts'
import { cast } from './cast.ts'
import { repeatable } from './chance.ts'
import { newCredentials } from './credentials.ts'
import { type CrowdCustomer, crowdOf } from './crowd.ts'
import { liveThePast } from './live-the-past.ts'
import { renewCredentials } from './renew-credentials.ts'
import { stageOf } from './stage.ts'
import { writeAgreements, writePartnerAgreements } from './write-agreements.ts'
import { type CrowdMember, type RelatedCustomer, writeRelationships } from './write-relationships.ts'
import { writeTenants } from './write-tenants.ts'

/** How many customers each partner's list has, beside those with people of the cast. */
const crowdSizes: Readonly<Record<string, number>> = {
  'public-direct-bill': 2_400,
  'public-indirect-provider': 140,
  'public-indirect-reseller': 60,
  'usGov-direct-bill': 40,
  'germany-direct-bill': 40,
  'china-direct-bill': 40,
}

/** Organizations of each cloud that are no customers yet; the stories tell what becomes of them. */
const prospectCount = 8

/** Drawn so that enough of them are in their partner's country; small clouds run out of names before. */
const prospectPool = 1_200

/**
 * Fills an empty installation with demo data, or gives the people of a demo fresh passwords; data that are neither stay
 * as they are (decision 26). Passwords are known only from what this returns. `onMarked` is called once the data say that
 * they are a demo's, before its past is lived; `share` makes the lists of customers shorter.
 */
export async function fillDemo(env: Environment, { onMarked, share = 1 }: { onMarked(): Promise<void>; share?: number }): Promise<DemoReport> {
  const now = env.clock()
  const standing = await env.database.transaction(systemScope, async (trx) => ({ demo: await readSetting(trx, 'demo'), hasTenants: await hasTenants(trx) }))
  if (standing.demo) return describeCast(env, await renewCredentials(env))
  if (standing.hasTenants) {
    throw new DomainError('notAllowed', 'This installation holds data that are not demo data. Choose an empty folder with VINCULO_DATA.', { reason: 'notEmpty' })
  }
  const members = await Promise.all(
    cast.map(async (tenant): Promise<CastMember> => ({
      tenant,
      id: env.newId(),
      people: await Promise.all(tenant.people.map(async (person) => ({ person, id: env.newId(), credentials: await newCredentials(env.random) }))),
    })),
  )
  const crowd = gatherCrowd(env, members, { now, share })
  const prospects = crowd.filter((customer) => !isRelated(customer))
  await env.database.transaction(systemScope, async (trx) => {
    await writeSetting(trx, 'demo', { filledAt: now.toISOString() }, now)
    const versions = await writeAgreements(env, trx, now)
    await writePartnerAgreements(env, trx, now)
    await writeTenants(env, trx, { members, crowd, now })
    await writeRelationships(env, trx, { related: crowd.filter(isRelated), versions })
    for (const { tenant, id } of members) if (tenant.partner) await mintPartnerLink({ trx, env, now, newId: env.newId }, id)
  })
  await onMarked()
  await liveThePast(stageOf(env), { members, prospects })
  return describeCast(env, members)
}

const systemScope = { tenant: noTenant, scope: 'system' } as const

/** Crowds are the same in every demo; ids and passwords are not. */
function gatherCrowd(env: Environment, members: readonly CastMember[], { now, share }: { now: Date; share: number }): CrowdMember[] {
  const below = repeatable(20_261_121)
  // Once in all clouds: sign-in names end in it.
  const used = new Set(cast.map(({ domain }) => domain))
  const isFree = ({ domain }: CrowdCustomer) => !used.has(domain) && used.add(domain)
  const enter = (customer: CrowdCustomer): CrowdMember => ({ customer, id: env.newId(), administratorId: env.newId(), partner: undefined })
  return members.flatMap((partner) => {
    const size = Math.ceil((crowdSizes[partner.tenant.key] ?? 0) * share)
    if (!size) return []
    const withAwkward = partner.tenant.key === 'public-direct-bill'
    const isDirect = partner.tenant.partner!.kinds.includes('directBill')
    const drawn = crowdOf(partner.tenant.cloud, size + (isDirect ? prospectPool : 0), { below, now, withAwkward })
    const related = drawn.slice(0, size).filter(isFree)
    const unrelated = drawn.slice(size).filter(({ country }) => country === partner.tenant.country).filter(isFree)
    return [...related.map((customer) => ({ ...enter(customer), partner })), ...unrelated.slice(0, prospectCount).map(enter)]
  })
}

function isRelated(member: CrowdMember): member is RelatedCustomer {
  return member.partner !== undefined
}
