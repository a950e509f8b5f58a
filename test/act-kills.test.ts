import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { freePort } from './support/free-port.ts'
import { startProduct } from './support/product.ts'
import { untilAnswered } from './support/until-answered.ts'

/** Seed 001: one yes makes both partners resellers of record, also where the process dies in the middle of it (T01, T13). */
describe.skipIf(inject('engine').connections.kind === 'server')('a joint acceptance', () => {
  it('forms both relationships or none, whenever the product is killed', async () => {
    const jointFolder = mkdtempSync(join(tmpdir(), 'vinculo-joint-kills-'))
    const port = await freePort()
    let product = await startProduct({ folder: jointFolder, port })
    const demo = await product.command<DemoReport>('demo')
    const named = (key: string, role: string) => demo.people.find(({ tenantKey, role: own }) => tenantKey === key && own === role)!
    const tokenOf = async (key: string, role: string) => (await product.command<{ accessToken: string }>('token', '--user', named(key, role).userPrincipalName)).accessToken
    const [reseller, provider, customer] = [await tokenOf('public-indirect-reseller', 'adminAgent'), await tokenOf('public-indirect-provider', 'adminAgent'), await tokenOf('public-customer-unrelated', 'globalAdministrator')]
    const [providerId, customerId] = [named('public-indirect-provider', 'adminAgent').tenantId, named('public-customer-unrelated', 'globalAdministrator').tenantId]
    const call = (token: string, method: string, path: string, { body, key = randomUUID() }: { body?: object; key?: string } = {}) =>
      fetch(`${product.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json', 'idempotency-key': key }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    const read = async (token: string, path: string) => JSON.parse(await untilAnswered(async () => (await call(token, 'GET', path).then((answer) => (answer.status === 503 ? undefined : answer.text()))))) as { link: string; statement: { sha256: string } }
    const isCustomerOf = async (token: string) => (await untilAnswered(async () => call(token, 'GET', `/customers/${customerId}`).then(({ status }) => (status === 503 ? undefined : status)))) === 200
    for (const delay of [0, 6, 12, 25]) {
      const made = await (await call(reseller, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'es', secondPartnerId: providerId } })).json()
      const { link } = await read(reseller, `/relationship-requests/${made.id}?link=shown`)
      const secret = new URL(link).hash.slice(1)
      const page = await (await call(customer, 'POST', '/invitations/opening', { body: { secret } })).json()
      const shown = page.agreement && !page.agreement.alreadyAccepted ? { versionId: page.agreement.versionId, language: page.agreement.language, sha256: page.agreement.sha256 } : null
      const key = randomUUID()
      const accept = () => call(customer, 'POST', '/invitations/acceptance', { body: { secret, agreement: shown, version: page.version }, key })
      const first = accept().catch(() => undefined)
      await new Promise((passed) => setTimeout(passed, delay))
      product.process.kill('SIGKILL')
      await first
      product = await startProduct({ folder: jointFolder, port })
      const [one, two] = [await isCustomerOf(reseller), await isCustomerOf(provider)]
      expect(one).toBe(two)
      const again = await untilAnswered(async () => accept().then((answer) => (answer.status === 503 ? undefined : answer)))
      expect([again.status, await isCustomerOf(reseller), await isCustomerOf(provider)]).toEqual([201, true, true])
      for (const token of [reseller, provider]) {
        const { statement } = await read(token, `/customers/${customerId}/removal`)
        const removed = await call(token, 'POST', `/customers/${customerId}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })
        expect(removed.status).toBe(201)
      }
    }
    await product.stop()
    rmSync(jointFolder, { recursive: true, force: true })
  }, 240_000)
})

/** One partner's rights end as the other's begin, also where the process dies in the middle of it: never neither, never both. */
describe.skipIf(inject('engine').connections.kind === 'server')('a hand-over', () => {
  it('moves the customer whole or not at all, whenever the product is killed', async () => {
    const handFolder = mkdtempSync(join(tmpdir(), 'vinculo-hand-over-kills-'))
    const port = await freePort()
    let product = await startProduct({ folder: handFolder, port })
    const demo = await product.command<DemoReport>('demo')
    const named = (key: string, role: string) => demo.people.find(({ tenantKey, role: own }) => tenantKey === key && own === role)!
    const tokenOf = async (key: string, role: string) => (await product.command<{ accessToken: string }>('token', '--user', named(key, role).userPrincipalName)).accessToken
    const partners = await Promise.all(['public-direct-bill', 'public-indirect-provider'].map(async (key) => ({ token: await tokenOf(key, 'adminAgent'), domain: demo.tenants.find((tenant) => tenant.key === key)!.primaryDomain })))
    const customer = await tokenOf('public-customer-related', 'globalAdministrator')
    const customerId = named('public-customer-related', 'globalAdministrator').tenantId
    const call = (token: string, method: string, path: string, { body, key = randomUUID() }: { body?: object; key?: string } = {}) =>
      fetch(`${product.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json', 'idempotency-key': key }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    const read = (token: string, path: string) => untilAnswered(async () => call(token, 'GET', path).then(async (answer) => (answer.status === 503 ? undefined : { status: answer.status, body: await answer.json() })))
    /** who may act for the customer now: on the list, not removed, with privileges of its own */
    const holders = async () => {
      const seen = await Promise.all(partners.map(async ({ token }) => (await read(token, `/customers/${customerId}`)).body))
      return seen.map(({ removed, privileges }) => ({ isRelated: removed === null, hasPrivileges: (privileges ?? []).length > 0 }))
    }
    const whole = { isRelated: true, hasPrivileges: true }
    for (const [round, delay] of [0, 10, 25, 60].entries()) {
      const [from, to] = round % 2 === 0 ? partners : [...partners].reverse()
      const made = await (await call(from!.token, 'POST', '/hand-overs', { body: { customerId, partnerDomain: to!.domain } })).json()
      await call(to!.token, 'POST', `/hand-overs/${made.id}/agreement`, { body: { askPrivileges: true } })
      const { versionShown } = (await read(customer, `/hand-overs/${made.id}`)).body
      const key = randomUUID()
      const accept = () => call(customer, 'POST', `/hand-overs/${made.id}/acceptance`, { body: { versionShown }, key })
      const first = accept().catch(() => undefined)
      await new Promise((passed) => setTimeout(passed, delay))
      product.process.kill('SIGKILL')
      await first
      product = await startProduct({ folder: handFolder, port })
      const between = await holders()
      expect(between.filter(({ isRelated }) => isRelated)).toHaveLength(1)
      expect(between.find(({ isRelated }) => isRelated)).toEqual(whole)
      expect(between.find(({ isRelated }) => !isRelated)?.hasPrivileges ?? false).toBe(false)
      const again = await untilAnswered(async () => accept().then((answer) => (answer.status === 503 ? undefined : answer)))
      expect(again.status, await again.clone().text()).toBe(201)
      expect((await holders()).map(({ isRelated }) => isRelated)).toEqual(round % 2 === 0 ? [false, true] : [true, false])
    }
    await product.stop()
    rmSync(handFolder, { recursive: true, force: true })
  }, 240_000)
})
