import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { EngineError } from './engine-error.ts'
import { type EngineFolder, syncFolder } from './folder.ts'
import type { Identity } from './identity.ts'
import { scramVerifier } from './passwords.ts'

const run = promisify(execFile)

export const superuserName = 'postgres'

const draft = /^postgres-draft-[0-9a-f]{8}$/

/**
 * Creates the data directory unless it is there. It is made under another name, flushed to disk by initdb, and put in
 * place by a rename: a start that dies half way leaves a draft that the next one removes.
 */
export async function createCluster(place: EngineFolder, binaries: Binaries, identity: Identity, password: string): Promise<void> {
  for (const name of await readdir(place.folder)) {
    // An initdb that outlived its killed parent may still be writing; then the next start removes it.
    if (draft.test(name)) await rm(join(place.folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
  if (existsSync(place.data)) return refuseOtherVersion(place, binaries)
  const fresh = join(place.folder, `postgres-draft-${randomBytes(4).toString('hex')}`)
  const passwordFile = join(place.sockets, `initdb-${randomBytes(4).toString('hex')}`)
  const { uid, gid } = identity.credentials
  try {
    await mkdir(fresh, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
    if (uid !== undefined && gid !== undefined) for (const path of [fresh, passwordFile]) await chown(path, uid, gid)
    const [command, args] = identity.wrap(binaries.initdb, initdbArguments(fresh, passwordFile))
    await run(command, args, { ...identity.credentials, cwd: '/', env: plainEnvironment() })
    await rename(fresh, place.data)
    await syncFolder(place.folder)
    // The folder's own name is in its parent, which may not be readable to this account.
    await syncFolder(dirname(place.folder)).catch(() => undefined)
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true })
    const said = String((cause as { stderr?: unknown }).stderr ?? '').trim() || String(cause)
    throw new EngineError('didNotStart', `The database could not be created in ${place.folder}: ${said}`, { cause })
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function initdbArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuserName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    // Sorting that no update of the operating system can change under an index.
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ]
}

async function refuseOtherVersion({ data }: EngineFolder, { major }: Binaries): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '?')).trim()
  if (found === major) return
  throw new EngineError(
    'folderMismatch',
    `The data in ${data} were made by PostgreSQL ${found}, and this Vinculo carries ${major}. Take a backup with the Vinculo that made them, and restore it here.`,
    { found, major },
  )
}

/**
 * Gives the superuser a password without a way in: who may open the files of a stopped server owns it anyway. Keeps an
 * installation whose password file was lost from losing its data.
 */
export async function resetPassword(place: EngineFolder, binaries: Binaries, identity: Identity, password: string): Promise<void> {
  const [command, args] = identity.wrap(binaries.postgres, ['--single', '-D', place.data, 'postgres'])
  const single = run(command, args, { ...identity.credentials, cwd: '/', env: plainEnvironment() })
  single.child.stdin!.end(`alter role ${superuserName} password '${scramVerifier(password)}'\n`)
  await single
}

/** PostgreSQL reads PG* variables; none of the operator's may reach it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}
