import { spawnSync } from 'node:child_process'
import { accessSync, existsSync, readdirSync } from 'node:fs'

interface SystemPart {
  readonly name: string
  readonly packages: readonly string[]
  /** what is skipped, aloud, where it is missing; without it nothing is tested at all */
  readonly skipped?: string
  isThere(): boolean
}

const withoutWindows = '/usr/bin/chromium-headless-shell'

const parts: readonly SystemPart[] = [
  { name: 'a browser without windows', packages: ['chromium-headless-shell'], skipped: 'nothing, but a whole browser takes longer for the same pages', isThere: () => isReadable(withoutWindows) },
  { name: 'a browser', packages: ['chromium'], isThere: () => browserPath() !== undefined },
  {
    name: 'PostgreSQL server tools (15 or newer)',
    packages: ['postgresql'],
    isThere: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some((version) => Number(version) >= 15 && existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)),
  },
  { name: 'nginx', packages: ['nginx-light'], skipped: 'deploy/nginx.conf', isThere: () => nginxPath() !== undefined },
  { name: 'openssl', packages: ['openssl'], skipped: 'everything that needs a certificate', isThere: () => spawnSync('openssl', ['version']).status === 0 },
  { name: 'systemd-analyze', packages: ['systemd'], skipped: 'the check of deploy/vinculo.service', isThere: () => spawnSync('systemd-analyze', ['--version']).status === 0 },
  { name: 'fonts for Latin and Chinese', packages: ['fonts-liberation', 'fonts-noto-cjk'], isThere: () => spawnSync('sh', ['-c', 'fc-list :lang=zh | grep -q .']).status === 0 },
]

/** Chromium of the operating system; CHROMIUM_PATH names another. */
export function browserPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, withoutWindows, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && isReadable(path))
}

/** nginx of the operating system; it stands outside the PATH of ordinary accounts. */
export function nginxPath(): string | undefined {
  return ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find(isReadable)
}

/** Installs what the tests need from the operating system's packages where it may, else says what to do and ends. */
export function provideSystemParts(): void {
  if (parts.every((part) => part.isThere())) return
  if (process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) installMissing()
  const absent = parts.filter((part) => !part.isThere())
  for (const { name, skipped } of absent) if (skipped) console.warn(`SKIPPED without ${name}: ${skipped}`)
  const still = absent.filter(({ skipped }) => !skipped)
  if (still.length === 0) return
  console.error(`The tests need ${still.map((part) => part.name).join(', ')}. Install: apt-get install ${still.flatMap((part) => part.packages).join(' ')}`)
  process.exit(1)
}

/** One after another: a package that this system does not know keeps none of the others away. */
function installMissing(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
  for (const part of parts) {
    if (part.isThere()) continue
    console.log(`Installing from the system's packages: ${part.packages.join(' ')}`)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...part.packages], { stdio: 'inherit', env })
  }
}

function isReadable(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
