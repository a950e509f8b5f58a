import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BackupError } from './backup-error.ts'

/**
 * Writes a file (0600) that is there whole or not at all: aside under another name, flushed to disk, then put in place. Never
 * over another file.
 */
export async function writeWhole(path: string, content: () => AsyncIterable<Buffer>): Promise<number> {
  if (await stat(path).catch(() => undefined)) throw exists(path)
  const aside = `${path}.${randomBytes(4).toString('hex')}.partial`
  const file = await open(aside, 'wx', 0o600).catch((cause: unknown) => {
    throw unreachable(path, cause)
  })
  try {
    await pipeline(content, createWriteStream('', { fd: file.fd, autoClose: false }))
    await file.sync()
    const { size } = await file.stat()
    await putInPlace(aside, path)
    return size
  } finally {
    await file.close().catch(() => undefined)
    await rm(aside, { force: true })
  }
}

async function putInPlace(aside: string, path: string): Promise<void> {
  await link(aside, path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw exists(path)
    // A file system without second names; nothing lay there a moment ago.
    await rename(aside, path)
  })
  const folder = await open(dirname(path), 'r')
  // Some network file systems do not flush folders.
  await folder.sync().catch(() => undefined)
  await folder.close()
}

function exists(path: string): BackupError {
  return new BackupError('fileExists', `${path} exists already, and a backup is never written over another. Choose another name.`)
}

export function unreachable(path: string, cause: unknown): BackupError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason'
  return new BackupError('fileUnreachable', `${path} cannot be opened (${code}) by the account that has the data open. Check the folder and its rights.`, { cause })
}
