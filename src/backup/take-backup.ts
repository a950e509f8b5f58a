import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { product } from '../product.ts'
import { sealStream } from '../security/chunk-cipher.ts'
import type { KeyRing } from '../security/key-ring.ts'
import { jobColumns, openSnapshot } from '../store/backup/snapshot.ts'
import type { Connections } from '../store/connections.ts'
import { schemaVersionOf, type Manifest, type PartSeal, type Preamble } from './manifest.ts'
import { writePart } from './parts.ts'
import { writeWhole } from './private-file.ts'

export interface BackupReport {
  readonly file: string
  readonly takenAt: string
  readonly schemaVersion: number
  /** of the key that opens it */
  readonly keyId: string
  readonly tables: number
  readonly rows: number
  /** of the file */
  readonly bytes: number
}

/** Writes one consistent snapshot of everything, compressed and sealed, while the product goes on (rule R33). Throws BackupError. */
export async function takeBackup({ connections, keyRing, to }: { connections: Pick<Connections, 'owner'>; keyRing: KeyRing; to: string }): Promise<BackupReport> {
  let taken: Taken | undefined
  const bytes = await writeWhole(to, () => sealed(keyRing, connections, (what) => (taken = what)))
  const { preamble, manifest } = taken!
  return {
    file: to,
    takenAt: preamble.takenAt,
    schemaVersion: manifest.schemaVersion,
    keyId: keyRing.currentId,
    tables: manifest.parts.filter(({ kind }) => kind === 'table').length,
    rows: manifest.parts.reduce((sum, { rows }) => sum + rows, 0),
    bytes,
  }
}

type Taken = { preamble: Preamble; manifest: Manifest }

/** Plain parts go into the compressor, and what comes out is sealed; whoever stops asking lets the snapshot go. */
function sealed(keyRing: KeyRing, connections: Pick<Connections, 'owner'>, done: (taken: Taken) => void): AsyncIterable<Buffer> {
  const gzip = createGzip({ level: 4 })
  const parts = Readable.from(partsOf(keyRing, connections, done), { objectMode: false })
  parts.on('error', (error) => gzip.destroy(error))
  gzip.on('close', () => parts.destroy())
  return sealStream(parts.pipe(gzip), keyRing)
}

async function* partsOf(keyRing: KeyRing, connections: Pick<Connections, 'owner'>, done: (taken: Taken) => void): AsyncIterable<Buffer> {
  const snapshot = await openSnapshot(connections)
  try {
    const { steps, tables, sequences, databaseVersion } = snapshot
    const preamble: Preamble = { kind: 'preamble', product: product.version, takenAt: snapshot.takenAt.toISOString(), databaseVersion, steps, keyIds: keyRing.ids }
    const parts: PartSeal[] = []
    const keep = (part: PartSeal) => void parts.push(part)
    yield* writePart(preamble, undefined)
    for (const table of tables) yield* writePart({ kind: 'table', ...table }, snapshot.rowsOf(table), keep)
    yield* writePart({ kind: 'jobs', name: 'jobs', columns: jobColumns }, snapshot.jobs(), keep)
    const manifest: Manifest = { kind: 'manifest', schemaVersion: schemaVersionOf(steps), parts, sequences }
    yield* writePart(manifest, undefined)
    done({ preamble, manifest })
  } finally {
    await snapshot.close()
  }
}
