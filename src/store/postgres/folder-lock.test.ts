import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { killed } from '../../../test/support/embedded-folder.ts'
import { lockFolder } from './folder-lock.ts'

async function socketFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Other processes that try for the lock, each telling once what it got. */
function contenders(folder: string, count: number) {
  const script = `
    import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}
    lockFolder(process.argv[1], 'data').then(() => console.log('holds'), (error) => console.log(error.code ?? error))
    setInterval(() => undefined, 60_000)`
  return Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => killed(child))
    const said = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve))
    return { child, said }
  })
}

describe('the lock of a folder', () => {
  it('has one holder, who is named to the others', async () => {
    const folder = await socketFolder()
    const lock = await lockFolder(folder, '/data/vinculo')
    await expect(lockFolder(folder, '/data/vinculo')).rejects.toMatchObject({
      code: 'folderInUse',
      details: { pid: process.pid },
      message: expect.stringMatching(/\/data\/vinculo \(process \d+\)/) as string,
    })
    await lock.release()
    expect(await readdir(folder)).toEqual([])
    await (await lockFolder(folder, '/data/vinculo')).release()
  })

  it('never has two holders, however many try at once', async () => {
    for (let round = 0; round < 50; round++) {
      const folder = await socketFolder()
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder, 'data')))
      const locks = outcomes.filter((outcome) => outcome.status === 'fulfilled')
      expect(locks.length).toBeLessThanOrEqual(1)
      expect(outcomes.filter(({ status }) => status === 'rejected').map((outcome) => (outcome as PromiseRejectedResult).reason.code)).toEqual(
        Array(6 - locks.length).fill('folderInUse'),
      )
      for (const lock of locks) await lock.value.release()
    }
  })

  it('has one holder among several processes, and is free as soon as that one is killed', async () => {
    const folder = await socketFolder()
    const others = contenders(folder, 4)
    const said = await Promise.all(others.map(({ said }) => said))
    expect([...said].sort()).toEqual(['folderInUse', 'folderInUse', 'folderInUse', 'holds'])
    await killed(others[said.indexOf('holds')]!.child)
    const lock = await lockFolder(folder, 'data')
    expect((await readdir(folder)).length).toBe(1)
    await lock.release()
  })

  it('stays with a holder that is stopped and cannot answer', async () => {
    const folder = await socketFolder()
    const [other] = contenders(folder, 1)
    expect(await other!.said).toBe('holds')
    other!.child.kill('SIGSTOP')
    await expect(lockFolder(folder, 'data')).rejects.toMatchObject({ code: 'folderInUse' })
  })
})
