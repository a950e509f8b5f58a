import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder such as the web build leaves: a page for each portal, and one script. It goes with the test file. */
export async function aWebFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-web-'))
  for (const portal of ['partner', 'customer', 'operator', 'assets']) await mkdir(join(folder, portal))
  for (const portal of ['partner', 'customer', 'operator']) await writeFile(join(folder, portal, 'index.html'), `<!doctype html><title>${portal}</title>`)
  await writeFile(join(folder, 'assets/main-1a2b.js'), 'export {}')
  afterAll(() => rm(folder, { recursive: true }))
  return folder
}
