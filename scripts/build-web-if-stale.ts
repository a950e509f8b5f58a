import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the portals when a file they are made of is newer than what was built, so that nobody looks at yesterday's page. */
const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['web', 'src', 'vite.config.ts', 'package-lock.json'].map((path) => join(root, path))
const built = join(root, 'dist/web/partner/index.html')

if ((await newest(sources)) > (await changedAt(built))) {
  console.error('Building the portals (some seconds, once)…')
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(path)
      if (!facts.isDirectory()) return facts.mtimeMs
      return newest((await readdir(path)).filter((name) => !name.includes('.test.')).map((name) => join(path, name)))
    }),
  )
  return Math.max(0, ...times)
}

/** 0 where nothing was built yet. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    (facts) => facts.mtimeMs,
    () => 0,
  )
}
