import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'

const server = await testServer()
const operator = await anOperator()

const namesOf = async (path: string, search: string) => {
  const { status, body } = await server.ask(operator, 'GET', `${path}?search=${encodeURIComponent(search)}`)
  expect(status).toBe(200)
  return body.items.map(({ name }: { name: string }) => name)
}

describe('a list of the operator', () => {
  it.each(['/operator/partners', '/operator/tenants'])('%s finds by the beginning of the name, folded, and of the domain', async (path) => {
    const mark = `z${Math.random().toString(36).slice(2, 8)}`
    const found = await aPartner({ name: `${mark} Ángel Núñez` })
    await aPartner({ name: `other ${mark}` })
    expect(await namesOf(path, `${mark.toUpperCase()} angel nu`)).toEqual([found.name])
    expect(await namesOf(path, found.domain.slice(0, -4))).toEqual([found.name])
    expect(await namesOf(path, `${mark} nobody`)).toEqual([])
  })

  it('turns its pages within what was searched, and only there', async () => {
    const mark = `y${Math.random().toString(36).slice(2, 8)}`
    const names = [`${mark} a`, `${mark} b`, `${mark} c`]
    for (const name of names) await aCustomer({ name })
    const first = await server.ask(operator, 'GET', `/operator/tenants?search=${mark}&size=2`)
    expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual(names.slice(0, 2))
    const second = await server.ask(operator, 'GET', `/operator/tenants?search=${mark}&size=2&cursor=${first.body.next}`)
    expect(second.body.items.map(({ name }: { name: string }) => name)).toEqual(names.slice(2))
    expect((await server.ask(operator, 'GET', `/operator/tenants?size=2&cursor=${first.body.next}`)).body.code).toBe('invalidCursor')
  })

  it.each(['%', '_', "'; drop table tenants; --", '\u0301', '  ', '\u{1f600}'])('takes %j as letters, not as a pattern', async (search) => {
    const { status } = await server.ask(operator, 'GET', `/operator/partners?search=${encodeURIComponent(search)}`)
    expect(status).toBe(200)
  })

  it.each(['/operator/partners', '/operator/tenants', '/operator/clouds'])('%s is for operators', async (path) => {
    expect((await server.ask(null, 'GET', path)).status).toBe(401)
    expect((await server.ask(await (await aPartner()).person('globalAdmin'), 'GET', path)).status).toBe(403)
    expect((await server.ask(await (await aCustomer()).person('globalAdministrator'), 'GET', path)).status).toBe(403)
  })
})

describe('the clouds', () => {
  it('say where they have a market, in which languages an agreement is signed, and bring samples of it', async () => {
    const { body } = await server.ask(operator, 'GET', '/operator/clouds')
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(builtInClouds).sort())
    const china = body.items.find(({ id }: { id: string }) => id === 'china')
    expect(china).toMatchObject({ countries: ['CN'], customerAgreement: builtInClouds.china.customerAgreement })
    for (const { customerAgreement, agreementLanguages, samples } of body.items) {
      const languages = samples.map(({ language }: { language: string }) => language)
      expect(new Set(languages)).toEqual(new Set(customerAgreement === 'required' ? agreementLanguages : []))
    }
  })
})
