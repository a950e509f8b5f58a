import { optOutToken } from '../../security/mail-address-hash.ts'
import type { Work } from '../use-case.ts'
import { addressKey, knownAddressKey } from './address-book.ts'

/** Where the reader of a letter says that it was the last. In the fragment, which no server and no referrer ever sees. */
export async function optOutLink(work: Pick<Work, 'trx' | 'env' | 'now'>, mailId: string): Promise<string> {
  return `${work.env.publicUrl}/admin/letters#${optOutToken(await addressKey(work), mailId)}`
}

/** For the mailbox of a demo, which only looks: undefined until a first letter was taken. */
export async function knownOptOutLink(work: Pick<Work, 'trx' | 'env' | 'now'>, mailId: string): Promise<string | undefined> {
  const key = await knownAddressKey(work)
  return key && `${work.env.publicUrl}/admin/letters#${optOutToken(key, mailId)}`
}
