import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { mailAddressHash, mailOfOptOutToken } from '../../security/mail-address-hash.ts'
import { parseSecret } from '../../security/secret.ts'
import { blocksOf, deleteOptOut, enterMailRoom, insertBlock } from '../../store/mail-block-store.ts'
import { findMail } from '../../store/mail-store.ts'
import { tenantNames } from '../../store/operator-store.ts'
import { domainOf, knownAddressKey } from '../mail/address-book.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'

/** Whose letters are not wanted: those of the organization that sent this one, or of anybody here. */
export type LetterChoice = 'nobody' | 'sender' | 'anybody'

export interface ShownLetterChoice {
  /** the address, as far as its reader needs it to know which it is */
  readonly address: string
  /** null where the letter came from no organization */
  readonly senderName: string | null
  readonly choice: LetterChoice
}

/** What the page of the link shows. Nothing changes, so a scanner that opens links chooses nothing. */
export const showLetterChoice: UseCase<{ readonly secret: string }, ShownLetterChoice> = {
  action: 'mailBlock.chooseOwn',
  run: async (work, { secret }) => choiceOf(work, await letterOf(work, secret)),
}

/** The reader chooses, and may choose again with the same link. */
export const chooseLetters: UseCase<{ readonly secret: string; readonly choice: LetterChoice }, ShownLetterChoice> = {
  action: 'mailBlock.chooseOwn',

  async run(work, { secret, choice }) {
    const letter = await letterOf(work, secret)
    if (choice === 'sender' && letter.senderId === noTenant) throw new DomainError('invalidInput', 'This letter came from no organization.', { field: 'choice' })
    await setOptOut(work, letter, { tenantId: noTenant, isWanted: choice !== 'anybody' })
    if (letter.senderId !== noTenant) await setOptOut(work, letter, { tenantId: letter.senderId, isWanted: choice !== 'sender' })
    return choiceOf(work, letter)
  },
}

interface Letter {
  readonly recipient: string
  readonly addressHash: Buffer
  /** noTenant where nobody's */
  readonly senderId: string
}

/** A link that we did not make opens nothing, like one whose letter is gone. */
async function letterOf(work: Work, typed: string): Promise<Letter> {
  const key = await knownAddressKey(work)
  const token = parseSecret('optOut', typed)
  const mailId = key && token && mailOfOptOutToken(key, token)
  if (!mailId) throw notValid()
  await enterMailRoom(work.trx)
  const mail = await findMail(work.trx, mailId)
  if (!mail) throw notValid()
  return { recipient: mail.recipient, addressHash: mailAddressHash(key, mail.recipient), senderId: mail.tenantId }
}

async function setOptOut(work: Work, { addressHash, recipient }: Letter, { tenantId, isWanted }: { tenantId: string; isWanted: boolean }): Promise<void> {
  const id = work.newId()
  const isChanged = isWanted
    ? await deleteOptOut(work.trx, addressHash, tenantId)
    : await insertBlock(work.trx, { id, addressHash, kind: 'optedOut', tenantId, domain: domainOf(recipient), since: work.now, source: 'reader', reason: null, addedBy: null })
  if (!isChanged) return
  await recordForOperators(work, { type: isWanted ? 'mailBlock.removed' : 'mailBlock.added', resource: { type: 'mailBlock', id }, readers: [], data: { kind: 'optedOut', by: 'reader' } })
}

async function choiceOf({ trx }: Work, { addressHash, senderId, recipient }: Letter): Promise<ShownLetterChoice> {
  const optOuts = (await blocksOf(trx, addressHash)).filter(({ kind }) => kind === 'optedOut').map(({ tenantId }) => tenantId)
  const names = await tenantNames(trx, [senderId])
  return {
    address: masked(recipient),
    senderName: names.get(senderId) ?? null,
    choice: optOuts.includes(noTenant) ? 'anybody' : optOuts.includes(senderId) ? 'sender' : 'nobody',
  }
}

/** The link may have been passed on with the letter: whoever opens it need not learn the address. */
function masked(address: string): string {
  return `${address.slice(0, 1)}…@${domainOf(address)}`
}

function notValid(): DomainError {
  return new DomainError('notFound', 'The link does not open anything.', { reason: 'linkNotValid' })
}
