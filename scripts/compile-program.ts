import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * A release without its own copies: compiled sources, and links to what it shares with the checkout. Tests start it, so that
 * each of some hundred starts need not translate the sources again. Usage: tsx scripts/compile-program.ts <folder>
 */
const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2]!)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json', '--outDir', join(folder, 'lib')], { cwd: root, stdio: 'inherit' })
cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
for (const shared of ['node_modules', 'migrations', 'dist']) symlinkSync(join(root, shared), join(folder, shared))
