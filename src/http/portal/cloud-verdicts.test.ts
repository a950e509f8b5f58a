import { describe, expect, it } from 'vitest'
import { customerReads, expectedOf, partnerKinds, partnerStates, type Situation, ties } from '../../../test/support/cloud-situations.ts'
import { aPartnerLink, aRequest, invitationActs } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, type TestTenant } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'

const server = await testServer()
for (const cloud of ['public', 'usGov', 'germany']) await anAgreement(cloud)
const { look, accept } = invitationActs(server)

/** A country beside the partner's own, one elsewhere in its market where there is one, and one outside. */
const countries = { public: ['ES', 'FR', 'US'], usGov: ['US', 'DE'], germany: ['DE', 'NO', 'CN'], china: ['CN', 'US'] } as const
const home = { public: 'ES', usGov: 'US', germany: 'DE', china: 'CN' } as const
type Cloud = keyof typeof home

/** Every pair of cloud and country with every kind of partner; states and ties take turns, so that each meets each pair's kinds. */
const situations: Situation[] = (Object.keys(home) as Cloud[]).flatMap((cloud, c) =>
  countries[cloud].flatMap((customerCountry, at) =>
    partnerKinds.flatMap((kinds, k) =>
      [0, 1].map((turn) => ({
        manifest: builtInClouds[cloud],
        partnerCountry: home[cloud],
        customerCountry,
        kinds,
        state: turn === 0 ? ('active' as const) : partnerStates[(c + at + k) % partnerStates.length]!,
        tie: ties[(at + k + turn + c) % ties.length]!,
      })),
    ),
  ),
)

describe('the page of the draft, asking, the page of the invitation and the answer', () => {
  it.each(situations.map((situation) => [situation.manifest.id, situation.kinds.join('+'), situation.state, situation.customerCountry, situation.tie, situation] as const))(
    'agree in %s: %s, %s, customer in %s, tie %s',
    async (cloud, _kinds, state, _country, tie, situation) => {
      const partner = await aPartner({ cloud: cloud as Cloud, kinds: [...situation.kinds] as never, status: state === 'suspended' ? 'suspended' : 'active', inDebt: state === 'inDebt', hasSigned: state !== 'unsigned' })
      const customer = await aCustomer({ cloud: cloud as Cloud, country: situation.customerCountry })
      await tied(situation, partner, customer)
      const services = situation.manifest.services.map(({ id }) => id)
      const ana = await customer.person('globalAdministrator')
      const agent = await partner.person('adminAgent')
      const isLink = situation.manifest.linkReusable === true
      const { secret } = isLink ? await aPartnerLink(partner) : await aRequest(partner, { services })
      const expected = expectedOf(situation)
      // A partner link of a customer already related gives back what is missing; without any missing it is the relationship that is there.
      const answer = isLink && expected.answer === 'alreadyRelated' && tie === 'related' ? null : expected.answer

      const wish = { kind: 'establish', customer: { customerId: customer.id, country: customer.country }, language: 'en' }
      const check = await server.ask(agent, 'POST', '/relationship-request-checks', { body: wish })
      expect(check.body.problems[0]?.reasonCode ?? null).toBe(expected.draft)
      expect(check.body.possible).toBe(expected.draft === null)

      const page = (await look(ana, secret)).body.verdict
      expect(page).toMatchObject({ reasonCode: answer, canAccept: answer === null })
      if (expected.draft !== null && customerReads(expected.draft) === expected.draft && answer !== null) expect(page.rule).toBe(check.body.problems[0].rule)

      const asked = await server.ask(agent, 'POST', '/relationship-requests', { body: wish })
      if (expected.draft !== null) expect(asked.body.reason).toBe(expected.draft)
      else expect(isLink ? asked.body.reason : asked.status).toBe(isLink ? 'trackedRequestNotOffered' : 201)

      const answered = await accept(ana, secret)
      if (answer === null) expect(answered.status).toBe(201)
      else expect(answered.body).toMatchObject({ reason: answer })
      if (answer !== null && page.rule !== null) expect(answered.body.rule).toBe(page.rule)
    },
  )
})

async function tied({ tie, manifest }: Situation, partner: TestTenant, customer: TestTenant): Promise<void> {
  const services = manifest.services.map(({ id }) => id)
  if (tie === 'related') await aRelationship(partner, customer)
  if (tie === 'held') await aRelationship(partner, customer, { services })
  if (tie === 'rival') await aRelationship(await aPartner({ cloud: manifest.id as Cloud }), customer, { services })
}
