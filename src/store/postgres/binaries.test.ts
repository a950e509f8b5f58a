import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { embeddedBinaries, hydrateLinks } from './binaries.ts'

/** A package as npm unpacks it: files, and a list of the links it could not carry. */
async function packageWithoutLinks(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'vinculo-package-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await mkdir(join(root, 'native/lib'), { recursive: true })
  await writeFile(join(root, 'native/lib/libicuuc.so.60.2'), 'library')
  await writeFile(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify(['', '.60'].map((end) => ({ source: 'native/lib/libicuuc.so.60.2', target: `native/lib/libicuuc.so${end}` }))),
  )
  return root
}

describe('the embedded PostgreSQL of this machine', () => {
  it('is found with its version', async () => {
    const { postgres, major } = await embeddedBinaries()
    expect(postgres).toMatch(/native\/bin\/postgres$/)
    expect(Number(major)).toBeGreaterThanOrEqual(18)
  })

  it('is refused with the way out where there is none', async () => {
    await expect(embeddedBinaries('win32', 'x64')).rejects.toMatchObject({
      code: 'platformUnsupported',
      message: expect.stringContaining('DATABASE_URL') as string,
    })
  })
})

describe('the library links', () => {
  it('are made by the first start, and may be made by several at once', async () => {
    const root = await packageWithoutLinks()
    await Promise.all(Array.from({ length: 8 }, () => hydrateLinks(root)))
    await hydrateLinks(root)
    for (const end of ['', '.60']) expect(await readlink(join(root, `native/lib/libicuuc.so${end}`))).toBe('libicuuc.so.60.2')
  })

  it('that cannot be made are reported with the folder and what to do', async () => {
    const root = await packageWithoutLinks()
    // A missing folder stands for one that may not be written: root may write everywhere.
    await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/a', target: 'native/absent/b' }]))
    await expect(hydrateLinks(root)).rejects.toMatchObject({
      code: 'binariesUnusable',
      message: expect.stringMatching(/writable.*npm rebuild.*DATABASE_URL/s) as string,
    })
  })
})
