import { createHash, randomBytes } from 'node:crypto'
import { chmod, link, lstat, mkdir, open, readFile, realpath, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EngineError, codeOf } from './engine-error.ts'

/** Where everything of one installation's database lives. */
export interface EngineFolder {
  folder: string
  /** PostgreSQL's data directory */
  data: string
  /** sockets; 0700 */
  sockets: string
  passwords: string
  /** what PostgreSQL says before its own log is open */
  startLog: string
}

/** sun_path holds 108 bytes on Linux and 104 on macOS, with the closing NUL. */
const longestSocketPath = process.platform === 'darwin' ? 103 : 107

/** The longest name that is put into the folder of sockets; also the room that other sockets of the product have. */
const longestSocketName = 36

/** Makes the installation's folder (0700) and its folder of sockets. */
export async function prepareFolder(folder: string): Promise<EngineFolder> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const real = await realpath(folder)
    // Passing through (0711) is left to the account that serves a database started by root.
    const { mode } = await lstat(real)
    if ((mode & 0o066) !== 0) await chmod(real, 0o700).catch(ignoreForeign)
    return {
      folder: real,
      data: join(real, 'postgres'),
      sockets: await socketFolder(real),
      passwords: join(real, 'postgres-passwords.json'),
      startLog: join(real, 'postgres-start.log'),
    }
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    throw new EngineError('folderUnreachable', `The data folder ${folder} cannot be made or opened (${codeOf(cause)}).`, { cause })
  }
}

/** A mounted volume may belong to another account; what is put into it is closed to others by itself. */
function ignoreForeign(error: unknown): void {
  if (codeOf(error) !== 'EPERM') throw error
}

/**
 * The folder for Unix sockets: `run` inside the installation's folder, or, where that path is too long for a socket,
 * a folder of the temporary directory named by a hash. The choice is recorded, so that every later process finds the
 * same folder whatever its TMPDIR says.
 */
export async function socketFolder(folder: string): Promise<string> {
  const inside = join(folder, 'run')
  if (Buffer.byteLength(inside) + 1 + longestSocketName <= longestSocketPath) {
    await mkdir(inside, { recursive: true, mode: 0o700 })
    await chmod(inside, 0o700)
    return inside
  }
  const record = join(folder, 'socket-folder')
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const chosen = await writeOnce(record, join(tmpdir(), `vinculo-${hash}`))
  await mkdir(chosen, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await refuseForeign(chosen)
  return chosen
}

/** Everybody may write to the temporary directory: a folder or link that somebody else laid there is not ours. */
async function refuseForeign(chosen: string): Promise<void> {
  const facts = await lstat(chosen)
  const uid = process.getuid?.()
  const ours = uid === 0 || facts.uid === uid
  if (!facts.isDirectory() || !ours || (facts.mode & 0o077) !== 0) {
    throw new EngineError(
      'folderUnreachable',
      `${chosen} is needed for the database's socket, but it is not a folder of this account with mode 0700. Remove it, or choose a shorter VINCULO_DATA.`,
    )
  }
}

/** Writes a file (0600) unless it is there, and returns what it holds: of two writers both get the first one's text. */
export async function writeOnce(path: string, text: string): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } finally {
    await file.close()
    await unlink(draft)
  }
  return readFile(path, 'utf8')
}

/** Makes renames and new names in the folder last through a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes a folder of the temporary directory when nothing is left in it; the one inside the installation stays. */
export async function removeSocketFolder({ folder, sockets }: EngineFolder): Promise<void> {
  if (!sockets.startsWith(folder)) await rm(sockets, { recursive: true, force: true })
}
