import { createHash } from 'node:crypto'
import { canonicalCode, newCode } from './crockford.ts'
import type { Random } from './random.ts'

/**
 * Opaque secrets, each kind with a prefix of its own (rule R2): one kind is never accepted as another, and scanners
 * can find what leaked. Stored only as `hashSecret`; they carry no id, name or address.
 */
export const secretPrefixes = {
  relationshipRequest: 'inv_',
  partnerLink: 'pl_',
  partnership: 'psh_',
  session: 'ses_',
  visitor: 'vis_',
  passwordReset: 'rst_',
  personInvitation: 'cin_',
  mailConfirmation: 'eml_',
  registration: 'reg_',
  setUpCode: 'set_',
  accessToken: 'at_',
  /** made from the letter, not stored (security/mail-address-hash) */
  optOut: 'opt_',
} as const

export type SecretKind = keyof typeof secretPrefixes

declare const brand: unique symbol
/** A secret in its one spelling. Only `newSecret` and `parseSecret` make one. */
export type Secret<Kind extends SecretKind = SecretKind> = string & { readonly [brand]: Kind }

/** Printed on a terminal and typed by hand: 150 bits. */
const setUpCodeShape = { groups: 6, groupLength: 5 }

/** 256 bits, the set-up code 150. */
export function newSecret<Kind extends SecretKind>(kind: Kind, random: Random): Secret<Kind> {
  const chance = kind === 'setUpCode' ? newCode(setUpCodeShape, random) : random(32).toString('base64url')
  return (secretPrefixes[kind] + chance) as Secret<Kind>
}

/** Undefined for another kind, length or alphabet; whether the secret is known is for the store to say. */
export function parseSecret<Kind extends SecretKind>(kind: Kind, text: string): Secret<Kind> | undefined {
  const prefix = secretPrefixes[kind]
  if (kind === 'setUpCode') {
    const code = canonicalCode(setUpCodeShape, text.replace(/^[ \t\r\n]*(set_)?/i, '').replace(/[ \t\r\n]*$/, ''))
    return code === undefined ? undefined : ((prefix + code) as Secret<Kind>)
  }
  const chance = text.slice(prefix.length)
  if (!text.startsWith(prefix) || chance.length !== 43) return undefined
  // 43 characters carry two bits more than 32 bytes; only the spelling that was given out is accepted.
  return Buffer.from(chance, 'base64url').toString('base64url') === chance ? (text as Secret<Kind>) : undefined
}

/** The 32 bytes that are stored and looked up (rule R3). A secret of 150 bits or more needs neither salt nor key. */
export function hashSecret(secret: Secret): Buffer {
  return createHash('sha256').update(secret, 'ascii').digest()
}
