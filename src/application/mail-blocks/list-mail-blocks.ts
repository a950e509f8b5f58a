import { mailAddress } from '../../domain/addresses.ts'
import type { MailBlockKind } from '../../domain/mail-blocks.ts'
import { mailAddressHash } from '../../security/mail-address-hash.ts'
import { blocksOf, countBlocks, listBlocks, type MailBlock } from '../../store/mail-block-store.ts'
import { tenantNames } from '../../store/operator-store.ts'
import { knownAddressKey } from '../mail/address-book.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownMailBlock extends MailBlock {
  /** whose letters are not wanted; null for everybody's */
  readonly senderName: string | null
}

export interface MailBlockPage extends Page<ShownMailBlock> {
  /** addresses, of either kind */
  readonly counts: Readonly<Record<MailBlockKind, number>>
}

/** Addresses that get no letters, newest first. The addresses themselves are not kept, so their domains are shown. */
export const listMailBlocks: UseCase<PageAsk & { readonly kind?: MailBlockKind | undefined }, MailBlockPage> = {
  action: 'mailBlock.read',

  async run(work, { kind, ...ask }) {
    const page = await readPage(work, ask, {
      route: 'GET /operator/mail-blocks',
      filter: { kind },
      read: (start, most) =>
        listBlocks(work.trx, { kind, most, from: start && { since: new Date(String(start.keys[0])), id: String(start.keys[1]), isBackward: start.backwards } }),
      keysOf: ({ since, id }) => [since.toISOString(), id],
    })
    return { ...page, items: await shown(work, page.items), counts: await countBlocks(work.trx) }
  },
}

/** What stands on the lists for one address, which the operator has to know. */
export const findMailBlocks: UseCase<{ readonly address: string }, readonly ShownMailBlock[]> = {
  action: 'mailBlock.read',

  async run(work, input) {
    const { address } = mailAddress(input.address)
    const key = await knownAddressKey(work)
    return key ? shown(work, await blocksOf(work.trx, mailAddressHash(key, address))) : []
  },
}

async function shown({ trx }: Work, blocks: readonly MailBlock[]): Promise<ShownMailBlock[]> {
  const names = await tenantNames(trx, blocks.map(({ tenantId }) => tenantId))
  return blocks.map((block) => ({ ...block, senderName: names.get(block.tenantId) ?? null }))
}
