import { execFile } from 'node:child_process'
import { readFile, readdir, readlink, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from './engine-error.ts'

const run = promisify(execFile)

/** A running process. Its number is used again later; number and start time together are not. */
export interface LivingProcess {
  pid: number
  startedAt: string
}

/** The process with this number, unless it is gone or a zombie that only waits to be reaped. */
export async function livingProcess(pid: number): Promise<LivingProcess | undefined> {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

export async function isStillAlive(known: LivingProcess): Promise<boolean> {
  return (await livingProcess(known.pid))?.startedAt === known.startedAt
}

async function fromProc(pid: number): Promise<LivingProcess | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the program's name in brackets and may itself hold brackets and blanks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined
  return { pid, startedAt: fields[19]! }
}

async function fromPs(pid: number): Promise<LivingProcess | undefined> {
  const answer = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]).catch(() => undefined)
  const [, state, startedAt] = answer?.stdout.trim().match(/^(\S+)\s+(.+)$/) ?? []
  return !state || !startedAt || state.startsWith('Z') ? undefined : { pid, startedAt }
}

/**
 * The processes that work in the data directory: every process of PostgreSQL makes it its current directory, also one
 * that outlives its postmaster. Zombies have none. Where the kernel does not show it (a container without the right to
 * trace), a process that calls itself postgres counts, if it runs as the owner of the folder: waiting for nothing is better
 * than two servers. PostgreSQL serves no folder of another account, so other servers of this machine are not in the way.
 */
export async function processesIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return fromLsof(folder)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const owner = await stat(folder).then(({ uid }) => uid, () => undefined)
  if (owner === undefined) return []
  const holds = await Promise.all(pids.map((pid) => worksIn(pid, folder, owner)))
  return pids.filter((_, index) => holds[index])
}

async function worksIn(pid: number, folder: string, owner: number): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === folder
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return false
    // Its folder in /proc is root's where it may not be traced; this line is always told.
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    if (/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1] !== String(owner)) return false
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return /^postgres:|\/postgres\0/.test(command)
  }
}

async function fromLsof(folder: string): Promise<number[]> {
  // lsof ends with 1 both for "nobody" and for a warning; its output decides.
  const answer = await run('lsof', ['-a', '-d', 'cwd', '-c', 'postgres', '-Fpn']).catch((error: { stdout?: string; code?: unknown }) => {
    if (error.code === 'ENOENT') throw error
    return { stdout: error.stdout ?? '' }
  })
  const pids: number[] = []
  let pid = 0
  for (const line of answer.stdout.split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1))
    else if (line === `n${folder}`) pids.push(pid)
  }
  return pids
}
