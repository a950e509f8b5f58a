import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { DemoReport } from '../../src/application/installation/demo-report.ts'
import { freePort } from './free-port.ts'
import { program } from './program-path.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Product {
  readonly url: string
  readonly folder: string
  readonly process: ChildProcess
  /** everything it wrote so far */
  output(): string
  /** `vinculo …` beside the running server, as JSON */
  command<Output = unknown>(...args: string[]): Promise<Output>
  /** asks to stop and waits for the end */
  stop(): Promise<void>
}

/**
 * The product as people start it: a process of its own, its own data folder and database, a free port.
 * Without a folder it gets one that goes when it stops; `copyOf` is the folder of a stopped product to begin with.
 */
export async function startProduct(options: { folder?: string; copyOf?: string; port?: number; env?: Record<string, string>; until?: 'ready' | 'quarantined' } = {}): Promise<Product> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'vinculo-')))
  // The owners of the files matter, and node's own copy does not keep them.
  if (options.copyOf) await promisify(execFile)('cp', ['-a', `${options.copyOf}/.`, folder])
  const port = options.port ?? (await freePort())
  const env = { ...process.env, VINCULO_DATA: folder, PORT: String(port), HOST: 'localhost', ...options.env }
  const child = spawn(process.execPath, [program, 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  child.stdout.on('data', (chunk: Buffer) => (written += chunk))
  child.stderr.on('data', (chunk: Buffer) => (written += chunk))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const url = `http://localhost:${port}`
  await untilReady(url, child, () => written, options.until)
  return {
    url,
    folder,
    process: child,
    output: () => written,
    command: <Output>(...args: string[]) => runCommand<Output>(folder, args),
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function runCommand<Output>(folder: string, args: readonly string[]): Promise<Output> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, '--json'], { cwd: root, env: { ...process.env, VINCULO_DATA: folder }, maxBuffer: 64e6 })
  return JSON.parse(stdout) as Output
}

/** A product with demo data, and who can sign in to it. */
export async function startDemo(env: Record<string, string> = {}): Promise<{ product: Product; demo: DemoReport }> {
  const product = await startProduct({ env })
  return { product, demo: await product.command<DemoReport>('demo') }
}

/** Waits for what /readyz says; a process that ends before says what it wrote. */
export async function untilReady(url: string, child: ChildProcess, written: () => string, standing = 'ready'): Promise<number> {
  const patienceMs = 60_000
  const begin = performance.now()
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}: ${written()}`)
    const answer = await fetch(`${url}/readyz`).then((read) => read.json() as Promise<{ status: string }>).catch(() => undefined)
    if (answer?.status === standing) return performance.now() - begin
    if (performance.now() - begin > patienceMs) throw new Error(`not ready after ${patienceMs} ms: ${written()}`)
    await new Promise((passed) => setTimeout(passed, 20))
  }
}
