import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { testEnvironment } from '../../test/support/environment.ts'
import { accessTokens } from '../security/access-token.ts'
import { buildServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'vinculo-web-'))
const large = 'export const many = 1\n'.repeat(500)
let server: FastifyInstance
let base: string

beforeAll(async () => {
  for (const portal of ['partner', 'customer', 'operator']) {
    mkdirSync(join(folder, portal))
    writeFileSync(join(folder, portal, 'index.html'), `<!doctype html><title>${portal}</title>`)
  }
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'assets/large-abc123.js'), large)
  writeFileSync(join(folder, 'assets/large-abc123.js.br'), brotliCompressSync(large))
  writeFileSync(join(folder, 'assets/large-abc123.js.gz'), gzipSync(large))
  writeFileSync(join(folder, 'secret.txt'), 'not an asset')
  const env = await testEnvironment()
  server = await buildServer(env, accessTokens(env.keyRing, env.publicUrl), { allowedHosts: [], trustProxy: [], webFolder: folder, readiness: { isReady: async () => true } })
  base = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string) => fetch(`${base}${path}`, { redirect: 'manual' })

describe('the portals', () => {
  it.each([['/partner', 'partner'], ['/partner/customers/x/account', 'partner'], ['/admin/partner-invitation?invType=x', 'customer'], ['/operator/set-up', 'operator']])('%s is the page of %s, never kept', async (path, portal) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<title>${portal}</title>`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('begin at the partner portal', async () => {
    const answer = await get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/partner'])
  })

  it('keep their assets for ever, because names carry hashes', async () => {
    const answer = await get('/assets/main-abc123.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([['br', 'br'], ['gzip', 'gzip'], ['gzip, deflate, br', 'br'], ['br;q=0, gzip', 'gzip'], ['identity', null]])('send who takes %s what was compressed as %s', async (taken, sent) => {
    const answer = await fetch(`${base}/assets/large-abc123.js`, { headers: { 'accept-encoding': taken } })
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([sent, 'accept-encoding'])
    expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
    expect(await answer.text()).toBe(large)
  })

  it.each(['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt', '/assets/%5c..%5csecret.txt', '/assets/', '/assets/absent.js', '/secret.txt', '/partnerx'])(
    '%s answers like what is not there',
    async (path) => {
      const answer = await get(path)
      expect([400, 404]).toContain(answer.status)
      expect(await answer.text()).not.toContain('not an asset')
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    },
  )
})
