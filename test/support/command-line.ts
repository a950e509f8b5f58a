import { spawn } from 'node:child_process'
import { program } from './program-path.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `vinculo …` on a folder, as somebody types it. */
export function typed(folder: string, args: readonly string[], env: Record<string, string | undefined> = {}): Promise<Ran> {
  const settings = { VINCULO_DATA: folder, HOST: 'localhost', PORT: '0', ...env }
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part: Buffer) => (stdout += part))
  child.stderr.on('data', (part: Buffer) => (stderr += part))
  return new Promise((done) => child.once('close', (code) => done({ code, stdout, stderr })))
}
