import { expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'
import { manifestLines } from '../../domain/clouds/manifest-lines.ts'

const server = await testServer()
await anAgreement()
const clouds = Object.keys(builtInClouds) as (keyof typeof builtInClouds)[]
type Line = { key: string; title: string; value: string; capability: string | null }

it.each(clouds)('both sides read every rule of their own cloud, %s, in their language', async (cloud) => {
  for (const who of [await (await aPartner({ cloud })).person('helpdeskAgent'), await (await aCustomer({ cloud })).person()]) {
    const { status, body } = await server.ask(who, 'GET', '/cloud', { language: 'es' })
    expect([status, body.id, body.name]).toEqual([200, cloud, builtInClouds[cloud].name])
    const lines: Line[] = body.lines
    expect(lines.map(({ key }) => key)).toEqual(Object.keys(manifestLines))
    for (const { key, value, capability } of lines) {
      const isUnknown = builtInClouds[cloud][key as 'indirectModel'] === 'unknown' || (builtInClouds[cloud].undocumented as readonly string[]).includes(key)
      expect(value.startsWith('sin documentar'), key).toBe(isUnknown)
      expect(capability === null, key).toBe(!('capability' in manifestLines[key as 'indirectModel']))
    }
  }
})

it('has a line for every rule that a refusal names', async () => {
  const asker = await (await aPartner({ cloud: 'china' })).person('adminAgent')
  const refused = await server.ask(asker, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: { country: 'CN' }, language: 'en' } })
  expect(refused.body).toMatchObject({ reason: 'trackedRequestNotOffered', rule: 'requestKinds' })
  const { lines } = (await server.ask(asker, 'GET', '/cloud')).body
  expect(lines.find(({ key }: Line) => key === refused.body.rule)).toMatchObject({ title: manifestLines.requestKinds.title.en })
  expect((await server.ask(null, 'GET', '/cloud')).status).toBe(401)
})
