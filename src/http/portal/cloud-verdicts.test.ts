import { describe, expect, it } from 'vitest'
import { asks, customerReads, expectedOf, makesSense, partnerKinds, partnerStates, type Situation, ties } from '../../../test/support/cloud-situations.ts'
import { aPartnerLink, aRequest, invitationActs } from '../../../test/support/invitations.ts'
import { aPartnership, aProvider } from '../../../test/support/partnerships.ts'
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
const jointAsks = asks.filter((ask) => ask.startsWith('joint'))

type Turn = { readonly c: number; readonly at: number; readonly k: number; readonly cloud: Cloud; readonly customerCountry: string; readonly kinds: Situation['kinds'] }

/** Every pair of cloud and country with every kind of partner; states, ties and asks take turns, so that each meets each pair's kinds. */
const situations: Situation[] = (Object.keys(home) as Cloud[]).flatMap((cloud, c) =>
  countries[cloud].flatMap((customerCountry, at) => partnerKinds.flatMap((kinds, k) => [0, 1, 2, 3].flatMap((turn) => inTurn({ c, at, k, cloud, customerCountry, kinds }, turn)))),
)

function inTurn({ c, at, k, cloud, customerCountry, kinds }: Turn, turn: number): Situation[] {
  const isFirst = turn === 0 || turn === 2
  const ask = turn < 2 ? 'establish' : turn === 2 ? 'restorePrivileges' : jointAsks[(at + k + c) % jointAsks.length]!
  const state = isFirst ? ('active' as const) : partnerStates[(c + at + k + turn - 1) % partnerStates.length]!
  const tie = ties[(at + k + turn + c) % ties.length]!
  return makesSense({ ask, kinds }) ? [{ manifest: builtInClouds[cloud], partnerCountry: home[cloud], customerCountry, kinds, state, tie, ask }] : []
}

describe('the page of the draft, asking, the page of the invitation and the answer', () => {
  it.each(situations.map((situation) => [situation.manifest.id, situation.ask, situation.kinds.join('+'), situation.state, situation.customerCountry, situation.tie, situation] as const))(
    'agree in %s on %s: %s, %s, customer in %s, tie %s',
    async (cloud, ask, _kinds, state, _country, _tie, situation) => {
      const partner = await aPartner({ cloud: cloud as Cloud, kinds: [...situation.kinds] as never, status: state === 'suspended' ? 'suspended' : 'active', inDebt: state === 'inDebt', hasSigned: state !== 'unsigned' })
      const customer = await aCustomer({ cloud: cloud as Cloud, country: situation.customerCountry })
      await tied(situation, partner, customer)
      const provider = await providerOf(situation, partner)
      const ana = await customer.person('globalAdministrator')
      const agent = await partner.person('adminAgent')
      const { isLink, secret } = await invited(situation, partner, provider)
      const expected = expectedOf(situation)
      const answer = isLink ? answerToLink(situation) : expected.answer

      const kind = ask === 'restorePrivileges' ? ask : 'establish'
      const wish = { kind, customer: { customerId: customer.id, country: customer.country }, language: 'en', ...(provider && { secondPartnerId: provider.id }) }
      const check = await server.ask(agent, 'POST', '/relationship-request-checks', { body: wish })
      expect(check.body.problems[0]?.reasonCode ?? null).toBe(expected.draft)
      expect(check.body.possible).toBe(expected.draft === null)

      const page = (await look(ana, secret)).body.verdict
      expect(page).toMatchObject({ reasonCode: answer, canAccept: answer === null })
      if (expected.draft !== null && customerReads(expected.draft) === expected.draft && answer === expected.draft) expect(page.rule).toBe(check.body.problems[0].rule)

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

/** The letter that reaches the customer: a request, or the partner link where the cloud knows no other. */
async function invited({ manifest, ask }: Situation, partner: TestTenant, provider: TestTenant | undefined): Promise<{ isLink: boolean; secret: string }> {
  const services = manifest.services.map(({ id }) => id)
  if (manifest.linkReusable === true && !provider) return { isLink: true, secret: (await aPartnerLink(partner)).secret }
  const { secret } = await aRequest(partner, { services, kind: ask === 'restorePrivileges' ? ask : 'establish', ...(provider && { secondPartner: provider }) })
  return { isLink: false, secret }
}

/** A partner link has no kind: it sets up what is not there, and gives back privileges that are missing where it is [S2.3, S2.5]. */
function answerToLink(situation: Situation): string | null {
  const { answer } = expectedOf({ ...situation, ask: 'establish' })
  if (answer !== 'alreadyRelated' || situation.tie === 'held') return answer
  return expectedOf({ ...situation, ask: 'restorePrivileges' }).answer
}

async function providerOf({ ask, manifest, partnerCountry }: Situation, reseller: TestTenant): Promise<TestTenant | undefined> {
  if (!ask.startsWith('joint')) return undefined
  const provider = await aProvider({ cloud: manifest.id as Cloud, country: partnerCountry, status: ask === 'jointSuspended' ? 'suspended' : 'active', hasSigned: ask !== 'jointUnsigned' })
  if (ask !== 'jointUnpaired') await aPartnership(provider, reseller)
  return provider
}

async function tied({ tie, manifest }: Situation, partner: TestTenant, customer: TestTenant): Promise<void> {
  const services = manifest.services.map(({ id }) => id)
  if (tie === 'related' || tie === 'pushedOut') await aRelationship(partner, customer)
  if (tie === 'held') await aRelationship(partner, customer, { services })
  if (tie === 'rival' || tie === 'pushedOut') await aRelationship(await aPartner({ cloud: manifest.id as Cloud }), customer, { services })
}
