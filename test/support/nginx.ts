import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { nginxPath } from '../../scripts/system-parts.ts'

export interface Nginx {
  /** files in which it hoards what a reader does not take */
  hoarded(): string[]
  log(): string
  stop(): Promise<void>
}

export interface NginxPlace {
  readonly folder: string
  readonly http: number
  readonly https: number
  readonly upstream: number
  readonly certificate: string
  readonly key: string
  /** further changes of the file: what stands there, and what stands there instead */
  readonly changes?: readonly (readonly [string, string])[]
}

/** deploy/nginx.conf with the name, ports and certificate of this test, and nothing else changed; each has to stand there. */
export function nginxConfiguration({ http, https, upstream, certificate, key, folder, changes = [] }: NginxPlace): string {
  const all: readonly (readonly [string, string])[] = [
    ['server 127.0.0.1:4000;', `server 127.0.0.1:${upstream};`],
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
    ['  listen [::]:80;\n', ''],
    ['  listen [::]:443 ssl http2;\n', ''],
    ['return 301 https://partners.example.org$request_uri', `return 301 https://localhost:${https}$request_uri`],
    ['server_name partners.example.org', 'server_name localhost'],
    ['/etc/ssl/vinculo/fullchain.pem', certificate],
    ['/etc/ssl/vinculo/key.pem', key],
    ['/var/log/nginx/vinculo.log', join(folder, 'access.log')],
    ...changes,
  ]
  return all.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`deploy/nginx.conf does not say ${from}`)
    return text.replaceAll(from, to)
  }, readFileSync(resolve(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8'))
}

/** A real nginx of its own, in the foreground, with its files in the folder. */
export async function startNginx(place: NginxPlace): Promise<Nginx> {
  const { folder } = place
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'vinculo.conf'), nginxConfiguration(place))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${join(folder, name)};`)
  const main = ['worker_processes 1;', `pid ${join(folder, 'nginx.pid')};`, `error_log ${join(folder, 'error.log')};`, 'events { worker_connections 256; }', 'http {', ...temporary, `  include ${join(folder, 'vinculo.conf')};`, '}', '']
  writeFileSync(join(folder, 'nginx.conf'), main.join('\n'))
  const words = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]
  execFileSync(nginxPath()!, [...words, '-t', '-q'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const child = spawn(nginxPath()!, [...words, '-g', 'daemon off;'], { stdio: 'ignore' })
  await listening(place.https, child)
  return {
    hoarded: () => openFilesOf(child.pid!).filter((file) => file.startsWith(join(folder, 'proxy'))),
    log: () => readFileSync(join(folder, 'access.log'), 'utf8'),
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

/** Of the workers. What they hoard has no name any more, so it shows here alone. */
function openFilesOf(master: number): string[] {
  const workers = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ')
  return workers.flatMap((pid) => readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`)))
}

/** A certificate for localhost that nobody signed. */
export function selfSigned(folder: string): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'key.pem')]
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1'
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30', '-subj', '/CN=localhost', '-addext', names, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  return { certificate, key }
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    const isUp = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false))
      socket.on('connect', () => socket.destroy())
    })
    if (isUp) return
    await new Promise((passed) => setTimeout(passed, 20))
  }
}
