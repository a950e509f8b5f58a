import { constants } from 'node:fs'
import { type FileHandle, link, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Key, type KeyRing, keyRingOf } from './key-ring.ts'
import type { Random } from './random.ts'

export type KeyFileProblem = 'missing' | 'exposed' | 'malformed' | 'unreadable'

/** The key file cannot be used. The message is a sentence for the person who starts the server; it never holds a key. */
export class KeyFileError extends Error {
  readonly problem: KeyFileProblem
  readonly path: string

  constructor(problem: KeyFileProblem, path: string, message: string) {
    super(message)
    this.name = 'KeyFileError'
    this.problem = problem
    this.path = path
  }
}

export interface KeyFileOptions {
  /** Where the file lies; see `keyFilePath`. */
  readonly path: string
  /** False where data exist already: a fresh key could open none of the secrets in them. */
  readonly mayCreate: boolean
  readonly random: Random
}

const firstLine = 'vinculo-keys 1'
const longestFile = 64 * 1024

/** `VINCULO_KEY_FILE` where it is given, else the place in the data folder (decision 25). */
export function keyFilePath(dataFolder: string, keyFile: string | undefined): string {
  return keyFile ? resolve(keyFile) : join(resolve(dataFolder), 'keys', 'vinculo.key')
}

/** Reads the one key file, or makes it. Throws KeyFileError. */
export async function openKeyFile({ path, mayCreate, random }: KeyFileOptions): Promise<KeyRing> {
  const text = await readPrivately(path)
  if (text !== undefined) return parseKeys(path, text)
  if (!mayCreate) {
    throw new KeyFileError(
      'missing',
      path,
      `The key file ${path} is missing, but there are data that only its keys open. Put the file back or name its place with VINCULO_KEY_FILE.`,
    )
  }
  await create(path, random)
  const created = await readPrivately(path)
  if (created === undefined) throw new KeyFileError('missing', path, `The key file ${path} vanished while it was made.`)
  return parseKeys(path, created)
}

/**
 * Puts a fresh key before the others, which go on opening what they sealed. Written aside and put in place whole; of two
 * who rotate at once the second is refused. Whoever has the file open already goes on with what it read. Throws KeyFileError.
 */
export async function rotateKeyFile({ path, random }: Pick<KeyFileOptions, 'path' | 'random'>): Promise<KeyRing> {
  const text = await readPrivately(path)
  if (text === undefined) throw new KeyFileError('missing', path, `There is no key file at ${path}. The first start makes it.`)
  parseKeys(path, text)
  const lines = text.split('\n')
  const first = lines.findIndex((line) => /^[0-9a-f]{8} /.test(line))
  lines.splice(first, 0, newKeyLine(random))
  const rotated = lines.join('\n')
  const ring = parseKeys(path, rotated)
  await replace(path, rotated)
  return ring
}

async function replace(path: string, text: string): Promise<void> {
  const aside = `${path}.rotating`
  try {
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    const hint = codeOf(error) === 'EEXIST' ? ` Another rotation is under way; where it died, remove ${aside}.` : ''
    throw new KeyFileError('unreadable', path, `The key file ${path} cannot be replaced (${codeOf(error)}).${hint}`)
  }
}

/** Undefined when there is no such file. Mode and content are taken from the same open file. */
async function readPrivately(path: string): Promise<string | undefined> {
  const file = await openExisting(path)
  if (!file) return undefined
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new KeyFileError('unreadable', path, `The key file ${path} is not a file.`)
    refuseExposed(path, found.mode)
    await refuseOpenFolder(path)
    if (found.size > longestFile) throw malformed(path, 'it is too long')
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    // Non-blocking: a named pipe in this place would otherwise hold the start for ever.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new KeyFileError('unreadable', path, `The key file ${path} cannot be read (${codeOf(error)}).`)
  }
}

function refuseExposed(path: string, mode: number): void {
  if ((mode & 0o077) === 0) return
  throw new KeyFileError(
    'exposed',
    path,
    `Others on this machine may read the key file ${path}. Close it with: chmod 600 ${path}`,
  )
}

/** Whoever may write the folder may put another file in the place of ours; the sticky bit (as on /tmp) prevents that. */
async function refuseOpenFolder(path: string): Promise<void> {
  const folder = dirname(path)
  const { mode } = await stat(folder)
  if ((mode & 0o022) === 0 || (mode & 0o1000) !== 0) return
  throw new KeyFileError(
    'exposed',
    path,
    `Others on this machine may replace the key file, because they may write the folder ${folder}. Close it with: chmod 700 ${folder}`,
  )
}

function parseKeys(path: string, text: string): KeyRing {
  const [head, ...rest] = text.split('\n').map((line) => line.trimEnd())
  if (head !== firstLine) throw malformed(path, `its first line is not "${firstLine}"`)
  const keys: Key[] = []
  for (const [index, line] of rest.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const found = /^([0-9a-f]{8}) ([A-Za-z0-9_-]{43})$/.exec(line)
    const bytes = found && Buffer.from(found[2]!, 'base64url')
    if (!bytes || bytes.toString('base64url') !== found[2]) throw malformed(path, `line ${index + 2} is not a key`)
    keys.push({ id: found[1]!, bytes })
  }
  if (keys.length === 0) throw malformed(path, 'it holds no key')
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw malformed(path, 'two keys have the same id')
  return keyRingOf(keys)
}

/**
 * Written aside, synced and linked into place: a crash leaves no half file, and of two servers that start together
 * one makes the file and both read the same.
 */
async function create(path: string, random: Random): Promise<void> {
  const folder = dirname(path)
  const aside = `${path}.${random(6).toString('hex')}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(aside, 'wx', 0o600)
    try {
      await file.writeFile(keyFileText(random))
      await file.sync()
    } finally {
      await file.close()
    }
    try {
      await link(aside, path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    } finally {
      await unlink(aside)
    }
    await syncFolder(folder)
  } catch (error) {
    throw new KeyFileError('unreadable', path, `The key file ${path} cannot be made (${codeOf(error)}).`)
  }
}

function keyFileText(random: Random): string {
  return [
    firstLine,
    '# Secret. Whoever holds this file and the data can read every sealed secret; without it nobody can.',
    '# Keep a copy in a safe place, apart from the backups of the data. The first key is the current one.',
    newKeyLine(random),
    '',
  ].join('\n')
}

function newKeyLine(random: Random): string {
  return `${random(4).toString('hex')} ${random(32).toString('base64url')}`
}

/** Without this a power cut could take back the name of a file whose keys have already sealed data. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function malformed(path: string, reason: string): KeyFileError {
  return new KeyFileError('malformed', path, `The key file ${path} is damaged: ${reason}. Put back the copy of it.`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
