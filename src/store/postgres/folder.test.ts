import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { prepareFolder, removeSocketFolder, writeOnce } from './folder.ts'

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-folder-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}

describe('the folder of an installation', () => {
  it('is made for its owner alone, and closed when it stood open', async () => {
    const parent = await temporary()
    const fresh = await prepareFolder(join(parent, 'a/b'))
    expect(await modeOf(fresh.folder)).toBe(0o700)
    expect(await modeOf(fresh.sockets)).toBe(0o700)
    await chmod(fresh.folder, 0o755)
    await chmod(fresh.sockets, 0o777)
    await prepareFolder(fresh.folder)
    expect(await modeOf(fresh.folder)).toBe(0o700)
    expect(await modeOf(fresh.sockets)).toBe(0o700)
  })

  it('is refused in a sentence when it cannot be made', async () => {
    await expect(prepareFolder('/dev/null/vinculo')).rejects.toMatchObject({ code: 'folderUnreachable', message: expect.stringContaining('/dev/null/vinculo') as string })
  })

  it('keeps the folder of sockets it once chose, whatever TMPDIR says later', async () => {
    const deep = join(await temporary(), 'x'.repeat(100))
    const [first, second] = [await temporary(), await temporary()]
    onTestFinished(() => void vi.unstubAllEnvs())
    vi.stubEnv('TMPDIR', first)
    const chosen = (await prepareFolder(deep)).sockets
    expect(chosen.startsWith(first)).toBe(true)
    vi.stubEnv('TMPDIR', second)
    const place = await prepareFolder(deep)
    expect(place.sockets).toBe(chosen)
    await removeSocketFolder(place)
    await expect(stat(chosen)).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await prepareFolder(deep)).sockets).toBe(chosen)
  })

  it('does not take a folder or link for sockets that somebody else may have laid there', async () => {
    const deep = join(await temporary(), 'x'.repeat(100))
    const place = await prepareFolder(deep)
    onTestFinished(() => removeSocketFolder(place))
    await chmod(place.sockets, 0o755)
    await expect(prepareFolder(deep)).rejects.toMatchObject({ code: 'folderUnreachable' })
    await rm(place.sockets, { recursive: true })
    const elsewhere = await temporary()
    await mkdir(join(elsewhere, 'trap'), { mode: 0o700 })
    await symlink(join(elsewhere, 'trap'), place.sockets)
    await expect(prepareFolder(deep)).rejects.toMatchObject({ code: 'folderUnreachable' })
  })
})

describe('a file that is written once', () => {
  it('holds the first text for everybody, readable by its owner alone', async () => {
    const path = join(await temporary(), 'secret')
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((text) => writeOnce(path, text)))
    expect(new Set(found).size).toBe(1)
    expect(await writeOnce(path, 'later')).toBe(found[0])
    expect(await readFile(path, 'utf8')).toBe(found[0])
    expect(await modeOf(path)).toBe(0o600)
  })
})
