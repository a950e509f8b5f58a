import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { generatedDocs } from './generated-docs.ts'

/** `npm run docs` writes the generated pages; `--check` fails when one is stale. */
const root = resolve(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const stale: string[] = []
for (const [path, page] of Object.entries(generatedDocs())) {
  const current = readOr(join(root, path))
  if (current === page) continue
  if (check) stale.push(path)
  else writeFileSync(join(root, path), page)
}
if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}. Run npm run docs and commit.`)
  process.exitCode = 1
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
