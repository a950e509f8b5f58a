import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { MailBlockKind } from '../../domain/mail-blocks.ts'
import { mailAddressHash } from '../../security/mail-address-hash.ts'
import { insertBlock } from '../../store/mail-block-store.ts'
import { addressKey, domainOf } from '../mail/address-book.ts'
import { plainNote } from '../operator/plain-note.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface AddMailBlocks {
  readonly kind: MailBlockKind
  readonly addresses: readonly string[]
  /** why, in the operator's words */
  readonly reason: string
}

export interface AddedMailBlocks {
  readonly added: number
  /** stood there already */
  readonly known: number
  /** which of the given are no addresses, counted from 1 */
  readonly notAddresses: readonly number[]
}

/**
 * Addresses that came back by mail, or whose reader asked for no letters outside of here. What is no address is left out
 * and named by its place in the list, so that one bad line does not keep the others.
 */
export const addMailBlocks: UseCase<AddMailBlocks, AddedMailBlocks> = {
  action: 'mailBlock.manage',

  async run(work, { kind, addresses, reason }) {
    const note = plainNote(reason)
    const strict = addresses.map(strictAddress)
    const notAddresses = strict.flatMap((address, index) => (address === undefined ? [index + 1] : []))
    if (notAddresses.length === addresses.length) throw new DomainError('invalidMailAddress', 'None of them is an address.', { reason: 'addressForm', field: 'addresses' })
    const key = await addressKey(work)
    let [added, known] = [0, 0]
    for (const address of strict) {
      if (address === undefined) continue
      if (await add(work, { kind, addressHash: mailAddressHash(key, address), domain: domainOf(address), reason: note })) added++
      else known++
    }
    return { added, known, notAddresses }
  },
}

async function add(work: Work, block: { kind: MailBlockKind; addressHash: Buffer; domain: string; reason: string | null }): Promise<boolean> {
  const id = work.newId()
  const addedBy = work.actor.kind === 'person' ? work.actor.personId : null
  const isNew = await insertBlock(work.trx, { ...block, id, tenantId: noTenant, since: work.now, source: 'operator', addedBy })
  if (isNew) await recordForOperators(work, { type: 'mailBlock.added', resource: { type: 'mailBlock', id }, readers: [], data: { kind: block.kind, by: 'operator' } })
  return isNew
}

function strictAddress(text: string): string | undefined {
  try {
    return mailAddress(text).address
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}
