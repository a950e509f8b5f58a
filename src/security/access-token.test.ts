import { createHmac, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../domain/errors.ts'
import { type AccessTokenHolder, accessTokens } from './access-token.ts'
import { keyRingOf } from './key-ring.ts'
import { signingKeys } from './signing-keys.ts'

const issuer = 'https://vinculo.example'
const now = new Date('2026-03-01T12:00:00Z')
const second = 1000
const ring = keyRingOf([{ id: '00000001', bytes: Buffer.alloc(32, 1) }])
const tokens = accessTokens(ring, issuer)
const key = signingKeys(ring)[0]!
const holder: AccessTokenHolder = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  personId: '22222222-2222-4222-8222-222222222222',
  userPrincipalName: 'marta@nordlicht.example',
  authenticatedBy: ['pwd', 'otp', 'mfa'],
  authenticatedAt: new Date('2026-03-01T11:50:00Z'),
}
const token = await tokens.issue(holder, { now, random: randomBytes })
const claims = decodeJwt(token)
const header = { alg: 'ES256', typ: 'at+jwt', kid: key.kid }

async function verdict(text: string, at: Date = now): Promise<unknown> {
  try {
    await tokens.verify(text, at)
    return 'accepted'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notSignedIn') return error.details.reason
    throw error
  }
}

/** Signed with our own key, as only a broken program of ours could. */
async function signed(changes: { claims?: object; header?: object; key?: KeyObject }): Promise<string> {
  const { alg = 'ES256', ...rest } = { ...header, ...changes.header } as { alg?: string }
  return new SignJWT({ ...claims, ...changes.claims }).setProtectedHeader({ alg, ...rest }).sign(changes.key ?? key.privateKey)
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

describe('an access token', () => {
  it('names person, tenant and the way of signing in, and no right', async () => {
    expect(await tokens.verify(token, now)).toEqual({
      ...holder,
      tokenId: claims.jti,
      issuedAt: now,
      expiresAt: new Date('2026-03-01T13:00:00Z'),
    })
    expect(decodeProtectedHeader(token)).toEqual(header)
    expect(Object.keys(claims).sort()).toEqual(['amr', 'aud', 'auth_time', 'exp', 'iat', 'iss', 'jti', 'nbf', 'oid', 'sub', 'tid', 'upn'])
    expect(claims).toMatchObject({ aud: 'vinculo', iss: issuer, sub: holder.personId, oid: holder.personId, tid: holder.tenantId })
  })

  it('is verified by anybody with the published keys, which hold no private half', async () => {
    const published = tokens.jwks()
    expect(published.keys.map((each) => Object.keys(each).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']])
    const found = await jwtVerify(token, createLocalJWKSet(published), { currentDate: now, audience: 'vinculo' })
    expect(found.payload.oid).toBe(holder.personId)
  })

  it('is signed with a key that follows from the key file for ever', () => {
    expect(key.kid).toBe('h4Ub2Tt8lE-tYZAhY_ZgZSHeKklpmwBr2DH3mqIxsxM')
  })

  it('lives no longer than an hour', async () => {
    for (const lifetimeSeconds of [0, -1, 3601, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(tokens.issue(holder, { now, random: randomBytes, lifetimeSeconds })).rejects.toMatchObject({ code: 'invalidInput' })
    }
    expect(await verdict(token, new Date(now.getTime() + 3599 * second))).toBe('accepted')
    expect(await verdict(token, new Date(now.getTime() + 3600 * second))).toBe('expiredToken')
  })

  it('expired one second ago is refused', async () => {
    expect(await verdict(token, new Date(now.getTime() + 3601 * second))).toBe('expiredToken')
  })

  it('that was accepted a moment ago is refused all the same once it has expired, and before it was made', async () => {
    expect(await verdict(token)).toBe('accepted')
    expect(await verdict(token, new Date('2026-03-01T13:00:00Z'))).toBe('expiredToken')
    expect(await verdict(token, new Date(now.getTime() - second))).toBe('invalidToken')
    expect(await verdict(token)).toBe('accepted')
  })

  it('from the future is refused', async () => {
    const inAMinute = now.getTime() / second + 60
    expect(await verdict(await signed({ claims: { nbf: inAMinute } }))).toBe('invalidToken')
    expect(await verdict(await signed({ claims: { iat: inAMinute, exp: inAMinute + 60 } }))).toBe('invalidToken')
    expect(await verdict(token, new Date(now.getTime() - second))).toBe('invalidToken')
  })

  it('without signature is refused', async () => {
    expect(await verdict(new UnsecuredJWT(claims).encode())).toBe('invalidToken')
    const [, payload, signature] = token.split('.')
    for (const alg of ['none', 'None', 'NONE', '']) {
      expect(await verdict(`${part({ ...header, alg })}.${payload}.`)).toBe('invalidToken')
      expect(await verdict(`${part({ ...header, alg })}.${payload}.${signature}`)).toBe('invalidToken')
    }
    expect(await verdict(`${token.split('.').slice(0, 2).join('.')}.`)).toBe('invalidToken')
  })

  it('signed with the public key as a shared secret is refused', async () => {
    const publicKey = key.publicKey
    const spellings = [
      publicKey.export({ type: 'spki', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'der' }),
      JSON.stringify(key.publicJwk),
      Buffer.from(key.publicJwk.x, 'base64url'),
    ]
    for (const secret of spellings) {
      for (const [alg, digest] of [['HS256', 'sha256'], ['HS512', 'sha512']] as const) {
        const text = `${part({ ...header, alg })}.${part(claims)}`
        const mac = createHmac(digest, secret).update(text).digest('base64url')
        expect(await verdict(`${text}.${mac}`)).toBe('invalidToken')
      }
    }
  })

  it('of another algorithm is refused', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    expect(await verdict(await signed({ header: { alg: 'RS256' }, key: rsa.privateKey }))).toBe('invalidToken')
    const ed = generateKeyPairSync('ed25519')
    expect(await verdict(await signed({ header: { alg: 'EdDSA' }, key: ed.privateKey }))).toBe('invalidToken')
  })

  it('of an unknown, missing or foreign key is refused', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(await verdict(await signed({ key: privateKey }))).toBe('invalidToken')
    for (const kid of ['', '../../etc/passwd', "' or 1=1 --", '__proto__', 0]) expect(await verdict(await signed({ header: { kid } }))).toBe('invalidToken')
    const { kid: _, ...withoutKey } = header
    expect(await verdict(await new SignJWT(claims).setProtectedHeader(withoutKey).sign(key.privateKey))).toBe('invalidToken')
    const elsewhere = accessTokens(keyRingOf([{ id: '00000001', bytes: Buffer.alloc(32, 9) }]), issuer)
    expect(await verdict(await elsewhere.issue(holder, { now, random: randomBytes }))).toBe('invalidToken')
  })

  it('that brings or points to its own key is refused', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = publicKey.export({ format: 'jwk' })
    for (const extra of [{ jku: 'https://evil.example/keys' }, { jwk }, { x5u: 'https://evil.example/cert' }, { b64: true, crit: ['b64'] }]) {
      expect(await verdict(await signed({ header: extra, key: privateKey }))).toBe('invalidToken')
      expect(await verdict(await signed({ header: extra }))).toBe('invalidToken')
    }
  })

  it.each([
    ['another audience', { aud: 'https://graph.microsoft.com' }],
    ['several audiences', { aud: ['vinculo', 'other'] }],
    ['another issuer', { iss: 'https://vinculo.example.evil' }],
    ['no end', { exp: undefined }],
    ['no start', { nbf: undefined }],
    ['no time of issue', { iat: undefined }],
    ['no id', { jti: undefined }],
    ['another subject than its person', { sub: holder.tenantId }],
    ['a tenant that is no id', { tid: "x' or 1=1" }],
    ['a person in another spelling', { oid: 'ABCDEFAB-1111-4111-8111-111111111111', sub: 'ABCDEFAB-1111-4111-8111-111111111111' }],
    ['a list of ways that is none', { amr: 'mfa' }],
  ])('with %s is refused, though our key signed it', async (_, changes) => {
    expect(await verdict(await signed({}))).toBe('accepted')
    expect(await verdict(await signed({ claims: changes }))).toBe('invalidToken')
  })

  it('that claims a longer life than we give ends after an hour all the same', async () => {
    const longLived = await signed({ claims: { exp: now.getTime() / second + 7200 } })
    expect(await verdict(longLived)).toBe('accepted')
    expect(await verdict(longLived, new Date(now.getTime() + 3601 * second))).toBe('expiredToken')
  })

  it.each(['JWT', 'jwt', 'id+jwt', undefined])('of type %s is refused', async (typ) => {
    expect(await verdict(await signed({ header: { typ } }))).toBe('invalidToken')
  })

  it.each(['', '.', '..', 'a.b.c', '....', 'Bearer', `${token} `, ` ${token}`, `${token}=`, token.toLowerCase(), `${token}.${token}`, 'x'.repeat(100_000)])(
    'is not read from %#',
    async (text) => {
      expect(await verdict(text)).toBe('invalidToken')
    },
  )

  it('of an older key is accepted while the ring holds it', async () => {
    const fresh = { id: '00000002', bytes: Buffer.alloc(32, 2) }
    const turned = accessTokens(keyRingOf([fresh, { id: '00000001', bytes: Buffer.alloc(32, 1) }]), issuer)
    expect((await turned.verify(token, now)).personId).toBe(holder.personId)
    expect(decodeProtectedHeader(await turned.issue(holder, { now, random: randomBytes })).kid).not.toBe(key.kid)
    await expect(accessTokens(keyRingOf([fresh]), issuer).verify(token, now)).rejects.toMatchObject({ code: 'notSignedIn' })
  })

  it('from before a restore does not count, one from after it does', async () => {
    let since: Date | undefined
    const cut = accessTokens(ring, issuer, { issuedSince: () => since })
    const at = new Date(now.getTime() + 10 * second)
    expect((await cut.verify(token, at)).personId).toBe(holder.personId)
    since = new Date(now.getTime() + second)
    await expect(cut.verify(token, at)).rejects.toMatchObject({ code: 'notSignedIn', details: { reason: 'invalidToken' } })
    expect((await cut.verify(await cut.issue(holder, { now: at, random: randomBytes }), at)).personId).toBe(holder.personId)
  })

  it('is never accepted after any one bit of it was flipped', async () => {
    for (const [index, text] of token.split('.').entries()) {
      const bytes = Buffer.from(text, 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const forged = Buffer.from(bytes)
        forged[bit >> 3]! ^= 1 << (bit & 7)
        const parts = token.split('.')
        parts[index] = forged.toString('base64url')
        expect(await verdict(parts.join('.'))).toBe('invalidToken')
      }
    }
  })

  it('is never accepted after any of 20,000 random changes', async () => {
    const edit = fc.tuple(fc.nat(token.length - 1), fc.nat(2), fc.string({ maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(edit, async ([at, removed, put]) => {
        const forged = token.slice(0, at) + put + token.slice(at + removed)
        return forged === token || (await verdict(forged)) === 'invalidToken'
      }),
      { numRuns: 20_000 },
    )
  })
})
