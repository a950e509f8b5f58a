import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { prepareFolder, removeSocketFolder } from '../../src/store/postgres/folder.ts'
import { stopServerIn } from '../../src/store/postgres/postmaster.ts'
import { childProcess } from './program-path.ts'

/** A folder for one test's embedded database; whatever still runs there ends with the test. */
export async function embeddedFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'vinculo-engine-'))
  onTestFinished(async () => {
    const place = await prepareFolder(folder)
    await stopServerIn(place)
    await removeSocketFolder(place)
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  })
  return folder
}

export interface ChildAnswer {
  pid?: number
  adopted?: boolean
  refused?: string
}

/** Starts an embedded database in another Node process and returns that process with its first answer. */
export async function startInChild(folder: string): Promise<{ child: ChildProcess; answer: ChildAnswer }> {
  const child = spawn(process.execPath, [...childProcess('embedded-child'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    await killed(child)
  })
  for await (const line of createInterface({ input: child.stdout! })) return { child, answer: JSON.parse(line) as ChildAnswer }
  throw new Error('the other process said nothing')
}

/** kill -9, and gone. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
