import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aPartnerLink, aRequest, type RequestWishes, requestRow, type TestRequest, visitsOf } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'
import { newSecret } from '../../security/secret.ts'

const server = await testServer({
  manifestOf: (cloud) => (cloud === 'usGov' ? { ...builtInClouds.usGov, onePartnerPerCustomer: true } : builtInClouds[cloud as keyof typeof builtInClouds]),
})
beforeAll(async () => {
  for (const cloud of ['public', 'usGov']) await anAgreement(cloud)
})

async function look(who: TestPerson | null, link: { secret: string; claims?: Record<string, string> }) {
  return server.ask(who, 'POST', '/invitations/opening', { body: { secret: link.secret, ...(link.claims && { claims: link.claims }) } })
}

async function press(who: TestPerson | null, link: { secret: string }, version = 1) {
  return server.ask(who, 'POST', '/invitations/acceptance', { body: { secret: link.secret, agreement: null, version } })
}

interface Scene {
  readonly link: { id?: string; secret: string; claims?: Record<string, string> }
  readonly viewer: TestPerson | null
}

async function scene(wishes: { partner?: Parameters<typeof aPartner>[0]; request?: RequestWishes; customer?: Parameters<typeof aCustomer>[0] } = {}): Promise<
  Scene & { link: TestRequest; partner: TestTenant; customer: TestTenant; viewer: TestPerson }
> {
  const partner = await aPartner(wishes.partner)
  const customer = await aCustomer({ cloud: wishes.partner?.cloud ?? 'public', ...wishes.customer })
  const link = await aRequest(partner, wishes.request)
  return { partner, customer, link, viewer: await customer.person('globalAdministrator') }
}

const scenes: Record<string, { make: () => Promise<Scene>; next: string; status: number; visit?: string }> = {
  unknownLink: {
    make: async () => ({ link: { secret: newSecret('relationshipRequest', randomBytes) }, viewer: await (await aCustomer()).person('globalAdministrator') }),
    next: 'contactPartner',
    status: 404,
  },
  linkAltered: {
    make: async () => {
      const { link, viewer } = await scene({ request: { services: ['office365'] } })
      return { link: { ...link, claims: { ...link.claims, dap: 'false' } }, viewer }
    },
    next: 'contactPartner',
    status: 0,
    visit: 'anOrganisation',
  },
  linkReplaced: {
    make: async () => {
      const { partner, viewer } = await scene()
      const link = await aPartnerLink(partner)
      await sql('update partner_links set ended_at = now() where id = $1', [link.id])
      return { link, viewer }
    },
    next: 'contactPartner',
    status: 409,
  },
  withdrawn: { make: () => scene({ request: { status: 'withdrawn' } }), next: 'askFreshLink', status: 409, visit: 'anOrganisation' },
  declined: { make: () => scene({ request: { status: 'declined' } }), next: 'contactPartner', status: 409, visit: 'anOrganisation' },
  alreadyAccepted: {
    make: async () => {
      const all = await scene()
      const other = await aCustomer()
      await sql(`update relationship_requests set status = 'accepted', customer_id = $2 where id = $1`, [all.link.id, other.id])
      return all
    },
    next: 'contactPartner',
    status: 409,
    visit: 'anOrganisation',
  },
  expired: {
    make: () => scene({ request: { at: new Date(Date.now() - 10 * 86_400_000), validDays: 9 } }),
    next: 'askFreshLink',
    status: 409,
    visit: 'anOrganisation',
  },
  partnerSuspended: { make: () => scene({ partner: { status: 'suspended' } }), next: 'contactPartner', status: 409, visit: 'anOrganisation' },
  partnerAgreementUnsigned: { make: () => scene({ partner: { hasSigned: false } }), next: 'contactPartner', status: 409, visit: 'anOrganisation' },
  askerLostRight: {
    make: async () => {
      const all = await scene()
      await sql(`update people set roles = '{helpdeskAgent}' where tenant_id = $1`, [all.partner.id])
      return all
    },
    next: 'contactPartner',
    status: 409,
    visit: 'anOrganisation',
  },
  tenantClosed: {
    make: async () => {
      const closed = await aCustomer()
      await sql(`update tenants set status = 'closed' where id = $1`, [closed.id])
      return scene({ request: { namedCustomer: closed } })
    },
    next: 'contactPartner',
    status: 409,
    visit: 'anotherOrganisation',
  },
  notSignedIn: { make: async () => ({ ...(await scene()), viewer: null }), next: 'signIn', status: 401 },
  ownTenant: {
    make: async () => {
      const { partner, link } = await scene()
      await sql('update tenants set is_customer = true where id = $1', [partner.id])
      return { link, viewer: await partner.person('globalAdministrator') }
    },
    next: 'switchAccount',
    status: 403,
    visit: 'anOrganisation',
  },
  wrongAccount: { make: async () => scene({ request: { namedCustomer: await aCustomer() } }), next: 'switchAccount', status: 403, visit: 'anotherOrganisation' },
  noCustomerTenant: {
    make: async () => ({ ...(await scene()), viewer: await (await aPartner()).person('globalAdministrator') }),
    next: 'register',
    status: 403,
    visit: 'anOrganisation',
  },
  wrongRole: {
    make: async () => {
      const all = await scene()
      return { link: all.link, viewer: await all.customer.person('billingAdministrator') }
    },
    next: 'forwardToAdministrator',
    status: 403,
    visit: 'anOrganisation',
  },
  wrongCloud: { make: () => scene({ customer: { cloud: 'usGov' } }), next: 'openOtherCloud', status: 409, visit: 'anOrganisation' },
  wrongRegion: { make: () => scene({ customer: { country: 'JP' } }), next: 'contactPartner', status: 409, visit: 'anOrganisation' },
  onePartnerOnly: {
    make: async () => {
      const all = await scene({ partner: { cloud: 'usGov' }, request: { services: ['office365'] } })
      await aRelationship(await aPartner({ cloud: 'usGov' }), all.customer)
      return all
    },
    next: 'seePartner',
    status: 409,
    visit: 'anOrganisation',
  },
  alreadyRelated: {
    make: async () => {
      const all = await scene()
      await aRelationship(all.partner, all.customer)
      return all
    },
    next: 'seePartner',
    status: 409,
    visit: 'anOrganisation',
  },
  notRelated: { make: () => scene({ request: { kind: 'restorePrivileges', services: ['office365'] } }), next: 'contactPartner', status: 409, visit: 'anOrganisation' },
  privilegesHeld: {
    make: async () => {
      const all = await scene({ request: { kind: 'restorePrivileges', services: ['office365'] } })
      await aRelationship(all.partner, all.customer, { services: ['office365'] })
      return all
    },
    next: 'seePartner',
    status: 409,
    visit: 'anOrganisation',
  },
  exclusiveServiceTaken: {
    make: async () => {
      const { partner, customer, viewer } = await scene({ partner: { cloud: 'china' } })
      await aRelationship(await aPartner({ cloud: 'china' }), customer, { services: ['office365'] })
      return { link: await aPartnerLink(partner), viewer }
    },
    next: 'seePartner',
    status: 409,
  },
  agreementUnavailable: {
    make: () => scene({ partner: { cloud: 'germany' }, request: { services: ['office365'] } }),
    next: 'contactPartner',
    status: 409,
    visit: 'anOrganisation',
  },
}

describe('a link that cannot be used says why, in the same code to both sides', () => {
  it.each(Object.entries(scenes))('%s', async (reason, { make, next, status, visit }) => {
    const { link, viewer } = await make()
    const page = await look(viewer, link)
    if (reason === 'unknownLink') expect(page).toMatchObject({ status: 404, body: { code: 'notFound', reason, next } })
    else {
      expect(page.status).toBe(200)
      expect(page.body.verdict).toMatchObject({ canAccept: false, reasonCode: reason, next })
      expect(page.body.verdict.reasonText.length).toBeGreaterThan(20)
      expect(page.body.can).not.toContain('accept')
    }
    const before = link.id && reason !== 'notSignedIn' && visit ? await requestRow(link.id) : undefined
    if (status) expect(await press(viewer, link)).toMatchObject({ status, body: { ...(status === 401 ? {} : { reason, next }) } })
    if (before) expect(await requestRow(link.id!)).toEqual(before)
    if (visit) expect(await visitsOf(link.id!)).toEqual([{ outcome: 'blocked', reason_code: reason, visitor: visit }])
  })

  it('in Spanish to whoever reads Spanish', async () => {
    const { link, viewer } = await scene({ request: { status: 'withdrawn' } })
    const page = await server.ask(viewer, 'POST', '/invitations/opening', { body: { secret: link.secret }, language: 'es' })
    expect(page.body.verdict.reasonText).toMatch(/^El partner ha retirado esta invitación/)
  })
})

describe('who may answer', () => {
  it('is the administrator of any tenant of the region where nobody is named', async () => {
    const { link, viewer } = await scene()
    expect((await look(viewer, link)).body).toMatchObject({ verdict: { canAccept: true, reasonCode: null, next: 'none' }, can: ['accept', 'decline'] })
  })

  it('is the tenant of the named domain, primary or proved', async () => {
    const { partner, customer, viewer } = await scene()
    await sql(`insert into tenant_domains (tenant_id, domain, verified_at) values ($1, $2, now()), ($1, $3, null)`, [customer.id, `x-${customer.domain}`, `y-${customer.domain}`])
    for (const [namedDomain, canAccept] of [[customer.domain, true], [`x-${customer.domain}`, true], [`y-${customer.domain}`, false]] as const) {
      expect((await look(viewer, await aRequest(partner, { namedDomain }))).body.verdict).toMatchObject({ canAccept })
    }
  })

  it('is a tenant of the named country only', async () => {
    const { link, viewer } = await scene({ request: { namedCountry: 'FR' } })
    expect((await look(viewer, link)).body.verdict).toMatchObject({ reasonCode: 'wrongRegion' })
  })

  it('is the person with the role: an ordinary user is refused before anything is looked at', async () => {
    const { link, customer } = await scene()
    const user = await customer.person()
    expect(await press(user, link)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    expect((await look(user, link)).body.verdict).toMatchObject({ reasonCode: 'wrongRole', next: 'forwardToAdministrator' })
    expect((await requestRow(link.id)).customer_id).toBeNull()
  })

  it('with a partner in debt in China is nobody', async () => {
    const { partner, viewer } = await scene({ partner: { cloud: 'china', inDebt: true } })
    expect((await look(viewer, await aPartnerLink(partner))).body.verdict).toMatchObject({ reasonCode: 'askerLostRight' })
  })
})
