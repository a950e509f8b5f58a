import { readFile } from 'node:fs/promises'
import { type AddedMailBlocks, addMailBlocks, type AddMailBlocks } from '../../application/mail-blocks/add-mail-blocks.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, type OptionValues, UsageError } from '../command.ts'

export const mailReport = command<AddMailBlocks, AddedMailBlocks>({
  name: 'mail report',
  summary: 'Report addresses that messages came back from, or whose readers want no letters.',
  options: [
    { flags: '--address <address>', summary: 'one address, or several with commas' },
    { flags: '--file <file>', summary: 'a text or CSV file: the address is the first value of each line; a heading without @ is skipped' },
    { flags: '--opted-out', summary: 'their readers want no letters; without it letters do not arrive' },
    { flags: '--reason <text>', summary: 'kept with each address', default: 'reported on the command line' },
  ],
  input: reportInput,
  run: (context, input) => performNow(context.env, addMailBlocks, theSystem, input),
  print: ({ added, known, notAddresses }) =>
    [`${added} put on the list, ${known} stood there already.`, ...(notAddresses.length > 0 ? [`Not addresses, by place: ${notAddresses.join(', ')}`] : [])].join('\n'),
})

const mostAtOnce = 1_000

async function reportInput(options: OptionValues): Promise<AddMailBlocks> {
  const typed = typeof options.address === 'string' ? options.address.split(',') : []
  const read = typeof options.file === 'string' ? await addressesOf(options.file) : []
  const addresses = [...typed, ...read].map((address) => address.trim()).filter((address) => address !== '')
  if (addresses.length === 0) throw new UsageError('Name addresses with --address or --file.')
  if (addresses.length > mostAtOnce) throw new UsageError(`At most ${mostAtOnce} addresses at once; there are ${addresses.length}.`)
  return { kind: options.optedOut === true ? 'optedOut' : 'undeliverable', addresses, reason: String(options.reason) }
}

async function addressesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  })
  const [heading = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return [...(heading.includes('@') ? [heading] : []), ...lines].map((line) => line.split(/[,;\t]/, 1)[0]!.replaceAll('"', ''))
}
