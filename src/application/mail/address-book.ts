import { blockOf, isUndeliverable, type MailBlockKind, type MailStanding } from '../../domain/mail-blocks.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { mailAddressHash } from '../../security/mail-address-hash.ts'
import { open, seal } from '../../security/seal.ts'
import { countRefusal, forgetRefusals, insertBlock, mailStandings, markProved, sealedAddressKey } from '../../store/mail-block-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { Work } from '../use-case.ts'

/** Where the sealed key lies, and so what it is bound to. */
const keyId = '00000000-0000-0000-0000-000000000001'

type Reading = Pick<Work, 'trx' | 'env' | 'now'>

/** The key that addresses are hashed with; made on first use, in the transaction of the act. */
export async function addressKey({ trx, env, now }: Reading): Promise<Buffer> {
  const known = await sealedAddressKey(trx, null, now)
  const sealed = known ?? (await sealedAddressKey(trx, seal(env.keyRing, 'mailAddresses', keyId, env.random(32).toString('base64')), now))!
  return Buffer.from(open(env.keyRing, 'mailAddresses', keyId, sealed), 'base64')
}

/** Nothing is made by asking; undefined until somebody needed it. */
export async function knownAddressKey({ trx, env, now }: Reading): Promise<Buffer | undefined> {
  const sealed = await sealedAddressKey(trx, null, now)
  return sealed && Buffer.from(open(env.keyRing, 'mailAddresses', keyId, sealed), 'base64')
}

/** What is known of these addresses towards a sender; nothing is made by asking. By address, in lower case. */
export async function standingsOf(work: Reading, tenantId: string, addresses: readonly string[]): Promise<Map<string, MailStanding>> {
  const key = addresses.length > 0 ? await knownAddressKey(work) : undefined
  if (!key) return new Map()
  const hashes = new Map(addresses.map((address) => [address.toLowerCase(), mailAddressHash(key, address)]))
  const found = await mailStandings(work.trx, [...hashes.values()], tenantId)
  return new Map([...hashes].flatMap(([address, hash]) => (found.has(hash.toString('hex')) ? [[address, found.get(hash.toString('hex'))!] as const] : [])))
}

/** Why a letter of this kind would stay here. */
export async function letterBlock(work: Reading, letter: { readonly template: string; readonly tenantId: string; readonly recipient: string }): Promise<MailBlockKind | undefined> {
  const { template, tenantId, recipient } = letter
  return blockOf(template, (await standingsOf(work, tenantId, [recipient])).get(recipient.toLowerCase()))
}

/** For letters that whoever asks waits for: refused at once, without saying why the address takes none. */
export async function requireReachable(work: Reading, letter: Parameters<typeof letterBlock>[1]): Promise<void> {
  if (await letterBlock(work, letter)) throw new DomainError('letterNotPossible', 'No letter is sent to this address.', { reason: 'addressNotReachable', field: 'mail' })
}

/** The receiver's server says that there is no such mailbox, or refuses it again and again. */
export async function noteRefusal(work: Work, recipient: string, reply: string): Promise<void> {
  const { trx, now } = work
  const addressHash = mailAddressHash(await addressKey(work), recipient)
  if (!isUndeliverable(await countRefusal(trx, addressHash, now), reply)) return
  const id = work.newId()
  // The reply may name the address, which is not kept here.
  const reason = reply.replaceAll(/\S*@\S*/g, '…').slice(0, 200)
  const isNew = await insertBlock(trx, { id, addressHash, kind: 'undeliverable', tenantId: noTenant, domain: domainOf(recipient), since: now, source: 'smtp', reason, addedBy: null })
  if (isNew) await recordForOperators(work, { type: 'mailBlock.added', resource: { type: 'mailBlock', id }, readers: [], data: { kind: 'undeliverable', by: 'smtp' } })
}

/** A message was taken: refusals in a row begin anew. */
export async function noteTaken(work: Reading, recipient: string): Promise<void> {
  const key = await knownAddressKey(work)
  if (key) await forgetRefusals(work.trx, mailAddressHash(key, recipient))
}

/** Somebody reads there: a link or code that was mailed came back. */
export async function noteProved(work: Reading, address: string): Promise<void> {
  const key = await knownAddressKey(work)
  if (key) await markProved(work.trx, mailAddressHash(key, address))
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
