import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { chmod, lchown, lstat, readdir, realpath } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { EngineError } from './engine-error.ts'

/** Under whom the database runs. PostgreSQL refuses root, and rule R35 does too. */
export interface Identity {
  kind: 'self' | 'namespace' | 'account'
  /** the command as this identity starts it */
  wrap(command: string, args: readonly string[]): [command: string, args: string[]]
  /** credentials for spawn; empty unless another account is used */
  credentials: { uid?: number; gid?: number }
}

const self: Identity = { kind: 'self', wrap: (command, args) => [command, [...args]], credentials: {} }

/** A user namespace in which this account is another, without capabilities; files keep their owner outside. */
function namespace(uid: number): Identity {
  const options = ['--user', `--map-user=${uid}`, `--map-group=${uid}`, '--']
  return { kind: 'namespace', wrap: (command, args) => ['unshare', [...options, command, ...args]], credentials: {} }
}

function account(uid: number, gid: number): Identity {
  return { kind: 'account', wrap: self.wrap, credentials: { uid, gid } }
}

/**
 * Ordinary users run the database as themselves. Root uses a user namespace where the system allows one; data that
 * belong to another account are served by that account; otherwise the account `nobody` serves. PostgreSQL asks for an
 * account's name, so one without (a container's `--user 1234`) needs the namespace as well.
 */
export function databaseIdentity(dataFolder: string, allowNamespace = true): Identity {
  const isRoot = process.getuid?.() === 0
  if (!isRoot && hasName()) return self
  if (isRoot && existsSync(dataFolder)) {
    const { uid, gid } = lstatSync(dataFolder)
    if (uid !== 0) return account(uid, gid)
  }
  const other = humblestAccount()
  if (allowNamespace && namespaceWorks(other)) return namespace(other)
  if (isRoot && process.platform === 'linux') return account(other, other)
  throw new EngineError(
    'accountUnusable',
    isRoot
      ? 'The database never runs as root. Start Vinculo as an ordinary user.'
      : `The account that runs Vinculo (uid ${process.getuid?.()}) has no name in /etc/passwd, which PostgreSQL needs. Use an account that has one, or set DATABASE_URL.`,
  )
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** `nobody`, or where the system has none, any named account but root. */
function humblestAccount(): number {
  const nobody = 65_534
  const named = (existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
    .split('\n')
    .map((line) => Number(line.split(':')[2]))
    .filter((uid) => uid > 0)
  return named.includes(nobody) ? nobody : (named[0] ?? nobody)
}

function namespaceWorks(uid: number): boolean {
  const [command, args] = namespace(uid).wrap('true', [])
  return spawnSync(command, args, { stdio: 'ignore', timeout: 5_000 }).status === 0
}

/** Gives the folders to the account, and checks that it can reach them and the program it shall run. */
export async function admitIdentity(identity: Identity, places: { open: string; own: string[]; run: string[] }): Promise<void> {
  const { uid, gid } = identity.credentials
  if (uid === undefined || gid === undefined) return
  // The data folder stays closed to reading; passing through is what the account needs, and secrets in it are 0600.
  await chmod(places.open, 0o711)
  for (const folder of places.own) await giveTree(folder, uid, gid)
  for (const path of [...places.own, ...places.run]) {
    for (let folder = dirname(await realpath(path)); ; folder = dirname(folder)) {
      const facts = await lstat(folder)
      const bit = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001
      if ((facts.mode & bit) === 0) throw unreachable(path, folder, uid)
      if (folder === dirname(folder)) break
    }
  }
}

async function giveTree(path: string, uid: number, gid: number): Promise<void> {
  const facts = await lstat(path)
  if (facts.uid === uid && facts.gid === gid) return
  if (facts.isDirectory()) for (const name of await readdir(path)) await giveTree(join(path, name), uid, gid)
  // Last, so that an interrupted walk begins again at the top.
  await lchown(path, uid, gid)
}

function unreachable(path: string, folder: string, uid: number): EngineError {
  return new EngineError(
    'accountUnusable',
    `Started as root, Vinculo runs the database as another account (uid ${uid}), which cannot pass through ${folder} to ${path}. ` +
      'Start Vinculo as an ordinary user, or move it and VINCULO_DATA to a place that every user may pass through, or set DATABASE_URL.',
  )
}
