import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { hashPassword } from '../../src/security/password-hashes.ts'
import { newRecoveryCodes, recoveryCodeHashes } from '../../src/security/recovery-codes.ts'
import { seal } from '../../src/security/seal.ts'
import { newTotpSeed } from '../../src/security/totp.ts'
import type { Environment } from '../../src/application/environment.ts'
import type { Answer, TestServer } from './server.ts'
import { sql, type TestPerson } from './world.ts'

export const goodPassword = 'una frase bastante larga 42'

/** What a browser does with one portal: keeps cookies, sends its page's token. */
export interface Browser {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  cookies(): Record<string, string>
  setCookie(name: string, value: string): void
  /** name and password, and the code where there is an authenticator */
  signIn(person: TestPerson, password?: string): Promise<Answer>
}

export function aBrowser(server: TestServer, portal: 'partner' | 'customer' | 'operator' = 'partner'): Browser {
  const jar = new Map<string, string>()
  let token: string | undefined

  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        'x-portal': portal,
        'accept-language': 'en',
        ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(token && method !== 'GET' && { 'x-csrf-token': token }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomBytes(8).toString('hex') }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const text = await answer.text()
    return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text, headers: answer.headers }
  }

  const ask: Browser['ask'] = async (method, path, body, headers) => {
    if (method !== 'GET') token = (await send('GET', '/session')).body.csrfToken
    return send(method, path, body, headers)
  }

  return {
    ask,
    cookies: () => Object.fromEntries(jar),
    setCookie: (name, value) => void jar.set(name, value),
    signIn: (person, password = goodPassword) => ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password }),
  }
}

const hashes = new Map<string, Promise<string>>()

/** As if the person had chosen it; each password is hashed once a file. */
export async function givePassword(person: TestPerson, password = goodPassword): Promise<void> {
  if (!hashes.has(password)) hashes.set(password, hashPassword(password))
  await sql('update people set password_hash = $2, password_changed_at = now() where id = $1', [person.id, await hashes.get(password)])
}

export interface TestAuthenticator {
  /** the code at this moment of the product's clock */
  code(at?: Date): string
  readonly recoveryCodes: readonly string[]
}

/** As if the person had enrolled; codes follow the environment's clock. */
export async function giveAuthenticator(env: Environment, person: TestPerson): Promise<TestAuthenticator> {
  const seed = newTotpSeed(randomBytes)
  const recoveryCodes = newRecoveryCodes(randomBytes)
  await sql('update people set totp_seed = $2, totp_confirmed_at = now(), totp_last_step = null where id = $1', [person.id, seal(env.keyRing, 'totpSeed', person.id, seed)])
  for (const code of recoveryCodes) {
    await sql('insert into recovery_codes (tenant_id, person_id, code_hash, created_at) values ($1, $2, $3, now())', [
      person.tenantId,
      person.id,
      recoveryCodeHashes(env.keyRing, person.id, code)[0],
    ])
  }
  return { code: (at = env.clock()) => authenticatorCode(seed, at), recoveryCodes }
}

export function authenticatorCode(seed: string, at: Date): string {
  return new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(seed) }).generate({ timestamp: at.getTime() })
}
