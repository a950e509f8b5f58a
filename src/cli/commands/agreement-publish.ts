import { readFile } from 'node:fs/promises'
import { publishAgreementVersion, type PublishInput } from '../../application/operator/publish-agreement-version.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { sampleAgreements } from '../../domain/agreements/sample-texts/sample-agreements.ts'
import { command, type OptionValues, textOption, UsageError } from '../command.ts'

export const agreementPublish = command({
  name: 'agreement publish',
  summary: 'Publish a version of a customer agreement. What was signed before stays as it was.',
  options: [
    { flags: '--cloud <id>', summary: 'whose customers sign it', default: 'public' },
    { flags: '--country <code>', summary: 'only for customers of this country' },
    { flags: '--text <language=file>', summary: 'a plain text file in UTF-8, its title on the first line; several with commas: en=en.txt,es=es.txt' },
    { flags: '--sample', summary: 'our own sample texts instead of files; they are no contract' },
    { flags: '--must-sign-again', summary: 'customers who signed an older version sign this one too' },
  ],
  input: publishInput,
  run: (context, input) => performNow(context.env, publishAgreementVersion, theSystem, input),
  print: (version) =>
    [`Published version ${version.number} for ${version.cloud}${version.country === null ? '' : ` (${version.country})`}.`, ...version.texts.map(({ language, sha256 }) => `  ${language}  sha256 ${sha256}`)].join('\n'),
})

async function publishInput(options: OptionValues): Promise<PublishInput> {
  const cloud = textOption(options, 'cloud')
  const named = typeof options.text === 'string' ? options.text.split(',') : []
  if ((named.length > 0) === (options.sample === true)) throw new UsageError('Name the texts with --text, or take the samples with --sample.')
  const texts = options.sample ? sampleAgreements.filter((sample) => sample.cloud === cloud) : await Promise.all(named.map(readText))
  return {
    cloud,
    country: typeof options.country === 'string' ? options.country : null,
    mustSignAgain: options.mustSignAgain === true,
    texts: texts.map(({ language, title, body }) => ({ language, title, body })),
  }
}

/** The bytes after the title line are what is signed, exactly as they lie in the file. */
async function readText(named: string): Promise<{ language: string; title: string; body: string }> {
  const [language, path] = named.split('=')
  if (!language || !path) throw new UsageError(`--text reads language=file; "${named}" does not.`)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${path} is not UTF-8.`)
  }
  const end = text.indexOf('\n')
  return { language, title: text.slice(0, end < 0 ? undefined : end).trim(), body: end < 0 ? '' : text.slice(end + 1).replace(/^(\r?\n)+/, '') }
}
