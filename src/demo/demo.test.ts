import { beforeAll, describe, expect, it } from 'vitest'
import { testEnvironment } from '../../test/support/environment.ts'
import { sql } from '../../test/support/world.ts'
import { composeMails } from '../application/mail/compose-mails.ts'
import { composers } from '../application/mail/letters.ts'
import { noticeComposers } from '../application/mail/notice-letters.ts'
import { performNow } from '../application/perform.ts'
import { theSystem } from '../domain/actor.ts'
import { type EventType, eventTypes, isMailed } from '../domain/events.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import { domainName, userPrincipalName } from '../domain/addresses.ts'
import { builtInClouds } from '../domain/clouds/built-in-clouds.ts'
import { marketOf } from '../domain/markets/markets.ts'
import { displayName } from '../domain/names/name.ts'
import { requestStatuses } from '../domain/relationship-requests/relationship-request.ts'
import { verifyPassword } from '../security/password-hashes.ts'
import { checkPassword } from '../security/password-rules.ts'
import { repeatable } from './chance.ts'
import { companyNames } from './company-names.ts'
import { crowdOf } from './crowd.ts'
import { fillDemo } from './fill-demo.ts'

describe('the names of a demo', () => {
  it.each(Object.keys(builtInClouds))('are names, domains and sign-in names the product itself would take, in markets of the cloud %s', (cloud) => {
    const crowd = crowdOf(cloud, 600, { below: repeatable(1), now: new Date(), withAwkward: cloud === 'public' })
    for (const { name, domain, country, administrator } of crowd) {
      expect(displayName(name)).toBe(name)
      expect(domainName(domain)).toBe(domain)
      expect(domain.endsWith('.example')).toBe(true)
      expect(userPrincipalName(`${administrator.userName}@${domain}`)).toBe(`${administrator.userName}@${domain}`)
      expect(marketOf(builtInClouds[cloud as 'public'], country)).toBeDefined()
    }
    expect(new Set(crowd.map(({ domain }) => domain)).size).toBe(crowd.length)
  })

  it('are the same in every demo, and end when the words are used up', () => {
    const names = (cloud: string) => [...companyNames(cloud, repeatable(2))].map(({ name }) => name)
    expect(names('china')).toEqual(names('china'))
    expect(names('china').length).toBeGreaterThan(100)
  })
})

describe('a filled demo', () => {
  let report: DemoReport

  beforeAll(async () => {
    report = await fillDemo(await testEnvironment({ isDemo: true }), { onMarked: async () => undefined })
  }, 120_000)

  it('shows a request in every state', async () => {
    const rows = await sql<{ status: string }>('select distinct status from relationship_requests')
    expect(rows.map(({ status }) => status).sort()).toEqual([...requestStatuses].sort())
  })

  it('has a signature behind every active relationship where the cloud asks for one, as the product does', async () => {
    const unsigned = await sql(
      "select r.id from reseller_relationships r join tenants t on t.id = r.customer_id where r.ended_at is null and t.cloud <> 'china' and not exists (select from signatures s where s.customer_id = r.customer_id)",
    )
    expect(unsigned).toEqual([])
    expect(await sql("select s.id from signatures s join tenants t on t.id = s.customer_id where t.cloud = 'china'")).toEqual([])
  })

  it('says the same on the list as the grants themselves', async () => {
    const differing = await sql(
      `select a.customer_id from customer_accounts a where a.privileged_services is distinct from coalesce((
         select array_agg(g.service order by g.service) from delegated_admin_privileges g
         where g.partner_id = a.partner_id and g.customer_id = a.customer_id and g.ended_at is null), '{}')`,
    )
    expect(differing).toEqual([])
  })

  it('has events that are numbered without gaps, and one for every relationship', async () => {
    expect(await sql('select resource_id from events group by resource_id having count(*) <> max(sequence) or min(sequence) <> 1')).toEqual([])
    expect(await sql("select r.id from reseller_relationships r where not exists (select from events e where e.resource_id = r.id and e.type = 'resellerRelationship.formed')")).toEqual([])
  })

  it('has mails for every fact that somebody is told of by mail', async () => {
    const env = await testEnvironment({ isDemo: true })
    const mailed = (Object.keys(eventTypes) as EventType[]).filter(isMailed)
    expect([...new Set([...Object.keys(composers), ...Object.keys(noticeComposers)])].sort()).toEqual([...mailed].sort())
    const events = await sql<{ id: string; type: EventType }>('select id, type from events where type = any($1)', [mailed])
    for (const { id } of events) await performNow(env, composeMails, theSystem, { eventId: id })
    const written = await sql<{ template: string; recipient: string; body: string }>('select template, recipient, body from mails')
    expect(new Set(written.map(({ template }) => template))).toEqual(
      new Set(['requestAcceptedToAsker', 'requestAcceptedToCustomer', 'requestDeclined', 'requestExpired', 'freshLinkAsked', 'relationshipRemoved', 'endAsked', 'leadToPartner', 'leadToCustomer', 'partnershipChanged', 'creationRequestChanged', 'privilegesRemovedToPartner', 'privilegesRemovedToCustomer', 'serviceRequestToCustomer', 'serviceRequestToPartner', 'transferToPartner']),
    )
    for (const { recipient, body } of written) expect([recipient, body].join()).not.toMatch(/undefined|null|[{}]/)
    const declined = written.find(({ template, body }) => template === 'requestDeclined' && body.includes('Motivo'))
    expect(declined!.body).toContain('Motivo indicado: Ya trabajamos con otro partner.')
  })

  it('gives people passwords that the product accepts, stored as hashes only', async () => {
    const person = report.people.find(({ tenantKey }) => tenantKey === 'public-customer-related')!
    const [stored] = await sql<{ password_hash: string; all: string }>('select password_hash, people::text as all from people where id = $1', [person.id])
    expect(await verifyPassword(stored!.password_hash, person.password)).toBe(true)
    expect(stored!.all).not.toContain(person.password)
    for (const { password, userPrincipalName: name, displayName: shown, tenantId } of report.people) {
      const tenant = report.tenants.find(({ id }) => id === tenantId)!
      checkPassword(password, { hasSecondFactor: false, ownNames: [name, shown, tenant.name] })
    }
  })
})
