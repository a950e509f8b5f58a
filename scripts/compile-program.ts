import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'

/**
 * The program of a release: src/ as few files in lib/, because reading a thousand took longer than all else at the start.
 * Usage: tsx scripts/compile-program.ts [<folder>]. In another folder than this checkout it becomes a release without its
 * own copies, with links to what it shares, and the processes that tests kill beside it; they start it some hundred times.
 */
const root = resolve(import.meta.dirname, '..')
const sources = join(root, 'src')
const folder = resolve(process.argv[2] ?? root)
const lib = join(folder, 'lib')

/** A module that finds files beside it finds them from the file it went into. */
const places: Plugin = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = `new URL(${JSON.stringify(relative(sources, path))}, import.meta.url).href`
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', own), loader: 'ts' }
    })
  },
}

/** Packages of hundreds of small modules that find no files of their own; all others stay where npm put them. */
const inlined = /^(kysely|typebox)(\/|$)/
const packages: Plugin = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || inlined.test(path) ? undefined : { path, external: true }))
  },
}

if (folder === root) rmSync(lib, { recursive: true, force: true })
else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  for (const shared of ['node_modules', 'migrations', 'dist']) symlinkSync(join(root, shared), join(folder, shared))
}
const settings: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [places, packages],
}
await build({ ...settings, entryPoints: [join(sources, 'main.ts'), join(sources, 'store/postgres/prepare-binaries.ts')], outdir: lib, outbase: sources, splitting: true })
if (folder !== root) await build({ ...settings, entryPoints: [join(root, 'test/support/*-child.ts')], outdir: join(folder, 'children') })
