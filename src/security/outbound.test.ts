import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublic, outboundFetch, OutboundRefused } from './outbound.ts'

let server: Server
let url: string
let asked = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end()
    else if (request.url === '/long') response.end('x'.repeat(70_000))
    else if (request.url === '/never') response.write('…')
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ host: request.headers.host, method: request.method }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.closeAllConnections())

const inside = outboundFetch({ allow: ['127.0.0.0/8'], patienceMs: 400 })

describe('what leaves this installation (R14)', () => {
  it('goes where the operator permits, and asks once', async () => {
    const answer = await inside(url, { method: 'POST', body: 'a=b' })
    expect(await answer.json()).toEqual({ host: url.slice(7), method: 'POST' })
  })

  it.each([
    'http://127.0.0.1/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://10.1.2.3/', 'https://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/', 'https://100.64.0.1/', 'https://[fd00::1]/', 'https://[fe80::1]/', 'https://0.0.0.0/', 'https://2130706433/', 'https://0x7f.1/', 'https://203.0.113.5:22/', 'http://203.0.113.5/',
    'https://user:secret@203.0.113.5/', 'ftp://203.0.113.5/', 'file:///etc/passwd', 'nonsense',
  ])('never goes to %s', async (address) => {
    const before = asked
    await expect(outboundFetch()(address)).rejects.toThrow(OutboundRefused)
    expect(asked).toBe(before)
  })

  it('goes nowhere for a name that is not found', async () => {
    await expect(outboundFetch()('https://nowhere.invalid/')).rejects.toThrow()
  })

  it('follows no redirect, and reads neither too much nor too long', async () => {
    await expect(inside(`${url}/elsewhere`)).rejects.toThrow(/redirects are not followed/)
    await expect(inside(`${url}/long`)).rejects.toThrow(/too long/)
    await expect(inside(`${url}/never`)).rejects.toThrow()
  })

  it('knows a public address from every other', () => {
    for (const address of ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8']) expect(isPublic(address)).toBe(true)
    for (const address of ['127.0.0.1', '::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '224.0.0.1', '255.255.255.255', '240.0.0.1', 'ff02::1', 'x']) expect(isPublic(address)).toBe(false)
  })
})
