import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { openStream, StreamBroken } from '../security/chunk-cipher.ts'
import type { KeyRing } from '../security/key-ring.ts'
import { BackupError } from './backup-error.ts'
import type { Manifest, PartSeal, Preamble } from './manifest.ts'
import { PartsBroken, readParts, type ReadPart, summing } from './parts.ts'
import { unreachable } from './private-file.ts'
import { Readable } from 'node:stream'

export interface BackupSource {
  readonly path: string
  readonly keyRing: KeyRing
  /** for the sentences about keys that are missing */
  readonly keyFile: string
}

/** Reads the whole file once and compares each part with the manifest; nothing is kept but that. Throws BackupError. */
export async function verifyBackup(source: BackupSource): Promise<{ preamble: Preamble; manifest: Manifest }> {
  let preamble: Preamble | undefined
  let manifest: Manifest | undefined
  const found: PartSeal[] = []
  await eachPart(source, async ({ head, data }) => {
    if (manifest) throw damaged(source.path)
    const sum = summing()
    for await (const piece of data) sum.add(piece)
    if (head.kind === 'preamble') preamble = head
    else if (head.kind === 'manifest') manifest = head
    else found.push({ ...head, ...sum.end() })
  })
  if (!preamble || !manifest || JSON.stringify(found) !== JSON.stringify(manifest.parts)) throw damaged(source.path)
  refuseMissingKeys(source, preamble)
  return { preamble, manifest }
}

/** Part after part, in the order of the file. Throws BackupError for what the file is, and what `work` throws as it is. */
export async function eachPart(source: BackupSource, work: (part: ReadPart) => Promise<void>): Promise<void> {
  const file = await open(source.path, 'r').catch((cause: unknown) => {
    throw unreachable(source.path, cause)
  })
  const gunzip = createGunzip()
  const sealed = Readable.from(openStream(createReadStream('', { fd: file.fd, autoClose: false }), source.keyRing), { objectMode: false })
  sealed.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const part of readParts(sealed.pipe(gunzip))) await work(part)
  } catch (error) {
    throw asSentence(source, error)
  } finally {
    sealed.destroy()
    gunzip.destroy()
    await file.close()
  }
}

function asSentence({ path, keyFile }: BackupSource, error: unknown): unknown {
  if (error instanceof StreamBroken) {
    if (error.problem === 'notABackup') return new BackupError('notABackup', `${path} is no backup of Vinculo.`)
    if (error.problem === 'newerFormat') return new BackupError('backupNewer', `${path} was written by a newer Vinculo. Restore it with that one.`)
    if (error.problem === 'keyMissing') {
      return new BackupError('keyMissing', `${path} opens with the key ${error.keyId}, which is not in the key file ${keyFile}. Name the copy of the key file that was kept: --key-file <path>.`)
    }
    return damaged(path)
  }
  const code = (error as { code?: unknown } | undefined)?.code
  return error instanceof PartsBroken || (typeof code === 'string' && code.startsWith('Z_')) ? damaged(path) : error
}

/** Secrets inside may be sealed with older keys than the backup itself. */
function refuseMissingKeys({ path, keyRing, keyFile }: BackupSource, { keyIds }: Preamble): void {
  const missing = keyIds.filter((id) => !keyRing.ids.includes(id))
  if (missing.length === 0) return
  throw new BackupError('keyMissing', `Secrets in ${path} are sealed with the keys ${missing.join(', ')}, which are not in the key file ${keyFile}. Name the copy of the key file that was kept: --key-file <path>.`)
}

function damaged(path: string): BackupError {
  return new BackupError('backupDamaged', `${path} is damaged or not whole. Nothing of it is restored; take another backup.`)
}
