import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { keyFilePath, openKeyFile } from './key-file.ts'
import { deriveKey } from './key-ring.ts'

const folders: string[] = []

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-keys-'))
  folders.push(folder)
  return folder
}

async function freshPath(): Promise<string> {
  return keyFilePath(await dataFolder(), undefined)
}

async function written(text: string, mode = 0o600): Promise<string> {
  const path = await freshPath()
  await mkdir(dirname(path), { mode: 0o700 })
  await writeFile(path, text)
  await chmod(path, mode)
  return path
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

const reading = { mayCreate: false, random: randomBytes }
const creating = { mayCreate: true, random: randomBytes }
const lineOne = `00000001 ${Buffer.alloc(32, 1).toString('base64url')}`
const lineTwo = `00000002 ${Buffer.alloc(32, 2).toString('base64url')}`

describe('the key file', () => {
  it('is made once, readable by its owner alone, in a folder of its own', async () => {
    const path = await freshPath()
    const made = await openKeyFile({ path, ...creating })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
    expect(await readdir(dirname(path))).toEqual(['vinculo.key'])

    const before = await readFile(path)
    const again = await openKeyFile({ path, ...creating })
    expect(await readFile(path)).toEqual(before)
    expect(deriveKey(again, 'csrf')).toEqual(deriveKey(made, 'csrf'))
  })

  it('lies in the data folder unless another place is named', () => {
    expect(keyFilePath('/var/lib/vinculo', undefined)).toBe('/var/lib/vinculo/keys/vinculo.key')
    expect(keyFilePath('/var/lib/vinculo', '/run/keys/mine')).toBe('/run/keys/mine')
  })

  it('is the same for servers that start together', async () => {
    const path = await freshPath()
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyFile({ path, ...creating })))
    expect(new Set(rings.map((ring) => deriveKey(ring, 'csrf')!.toString('hex'))).size).toBe(1)
    expect(await readdir(dirname(path))).toEqual(['vinculo.key'])
  })

  it('is not made where data exist already', async () => {
    const path = await freshPath()
    await expect(openKeyFile({ path, ...reading })).rejects.toMatchObject({ problem: 'missing', path })
    await expect(stat(path)).rejects.toThrow()
  })

  it.each([0o640, 0o604, 0o660, 0o622, 0o644])('is refused while its mode is %o', async (mode) => {
    const path = await written(`vinculo-keys 1\n${lineOne}\n`, mode)
    await expect(openKeyFile({ path, ...reading })).rejects.toMatchObject({
      problem: 'exposed',
      message: expect.stringContaining(`chmod 600 ${path}`),
    })
  })

  it('is refused in a folder that others may write', async () => {
    const path = await written(`vinculo-keys 1\n${lineOne}\n`)
    await chmod(dirname(path), 0o770)
    await expect(openKeyFile({ path, ...reading })).rejects.toMatchObject({ problem: 'exposed' })
  })

  it('holds several keys, of which the first is the current one', async () => {
    const ring = await openKeyFile({ path: await written(`vinculo-keys 1\n# why\n\n${lineTwo}\n${lineOne}\n`), ...reading })
    expect(ring).toEqual({ currentId: '00000002', ids: ['00000002', '00000001'] })
  })

  it.each([
    ['empty', ''],
    ['of another version', `vinculo-keys 2\n${lineOne}\n`],
    ['without a key', 'vinculo-keys 1\n# nothing\n'],
    ['with a short key', `vinculo-keys 1\n${lineOne.slice(0, -1)}\n`],
    ['with a key in another spelling', `vinculo-keys 1\n${lineOne.slice(0, -1)}F\n`],
    ['with one id twice', `vinculo-keys 1\n${lineOne}\n${lineOne}\n`],
    ['with stray text', `vinculo-keys 1\n${lineOne}\nhello\n`],
    ['too long', `vinculo-keys 1\n${lineOne}\n${'#'.repeat(70_000)}`],
  ])('is refused when it is %s, without showing a key', async (_, text) => {
    const refusal = await openKeyFile({ path: await written(text), ...reading }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ problem: 'malformed' })
    expect(inspect(refusal, { depth: 9 })).not.toContain(lineOne.slice(9, 20))
  })

  it('is refused when a folder stands in its place', async () => {
    const path = await freshPath()
    await mkdir(path, { recursive: true, mode: 0o700 })
    await expect(openKeyFile({ path, ...reading })).rejects.toMatchObject({ problem: 'unreadable' })
  })

  it('that cannot be made is a sentence, not a crash', async () => {
    const path = join(await written('a file'), 'below', 'vinculo.key')
    await expect(openKeyFile({ path, ...creating })).rejects.toMatchObject({ name: 'KeyFileError', problem: 'unreadable' })
  })
})
