import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { filesBelow } from './files.ts'

/** Which rooms each room may enter; a room may always enter itself. ARCHITECTURE.md prints this table. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: [],
  telemetry: [],
  language: ['domain'],
  security: ['domain'],
  store: ['domain'],
  application: ['domain', 'text', 'language', 'security', 'store', 'telemetry'],
  http: ['domain', 'language', 'security', 'application', 'telemetry'],
  jobs: ['application', 'delivery'],
  delivery: ['domain', 'language', 'application', 'telemetry'],
  backup: ['domain', 'security', 'store'],
  doctor: ['domain', 'security', 'store'],
  cli: ['domain', 'application', 'security', 'backup', 'doctor'],
  demo: ['domain', 'text', 'language', 'security', 'store', 'application'],
}

/** They put the pieces together and may know every room; nobody enters main.ts but the command line. */
const atTheDoor = new Set(['command-context.ts', 'command-socket-path.ts', 'config.ts', 'diagnose.ts', 'log.ts', 'main.ts', 'open-engine.ts', 'open-installation.ts', 'product.ts', 'restore-installation.ts', 'rotate-keys.ts', 'serve.ts', 'start-telemetry.ts', 'tasks.ts'])

const webMayImport: Readonly<Record<string, readonly string[]>> = {
  partner: ['shared'],
  customer: ['shared'],
  operator: ['shared'],
  shared: [],
}

/** Every import that goes through a wall, as a sentence with file and line. */
export function wallsBroken(root: string): string[] {
  const broken: string[] = []
  for (const file of filesBelow(root, ['src', 'web'], /\.tsx?$/)) {
    if (/\.test\.tsx?$/.test(file)) continue
    const text = readFileSync(join(root, file), 'utf8')
    for (const { target, isTypeOnly, line } of importsOf(text)) {
      const wrong = refusal(file, target, isTypeOnly)
      if (wrong) broken.push(`${file}:${line} ${wrong}`)
    }
    if (file.startsWith('src/domain/')) broken.push(...impurities(file, text))
  }
  return broken
}

function* importsOf(text: string): Generator<{ target: string; isTypeOnly: boolean; line: number }> {
  const pattern = /^[ \t]*(?:import|export)\b(\s+type\b)?[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  for (const match of text.matchAll(pattern)) {
    const target = match[2] ?? match[3] ?? match[4]!
    yield { target, isTypeOnly: match[1] !== undefined, line: text.slice(0, match.index).split('\n').length }
  }
}

function refusal(file: string, target: string, isTypeOnly: boolean): string | undefined {
  const [top, room = ''] = file.split('/')
  if (!target.startsWith('.')) {
    return file.startsWith('src/domain/') ? `domain imports ${target}: it imports nothing outside itself` : undefined
  }
  const [intoTop, into = ''] = normalize(join(dirname(file), target)).split('/')
  if (top === 'src' && intoTop === 'src') {
    if (into === room || atTheDoor.has(room)) return undefined
    if (into === 'product.ts' || (into === 'config.ts' && (room === 'cli' || room === 'doctor')) || (into === 'main.ts' && room === 'cli')) return undefined
    return mayImport[room]?.includes(into) ? undefined : `${room} enters ${into}`
  }
  if (top === 'web' && intoTop === 'web') {
    if (file.startsWith('web/shared/ui/') && !normalize(join(dirname(file), target)).startsWith('web/shared/ui/') && !/web\/shared\/language\//.test(normalize(join(dirname(file), target)))) {
      return `shared/ui enters ${normalize(join(dirname(file), target))}: it knows neither router nor API`
    }
    return into === room || webMayImport[room]?.includes(into) ? undefined : `web/${room} enters web/${into}`
  }
  if (top === 'web') {
    const isContract = isTypeOnly && /^src\/(http\/portal|domain)\//.test(normalize(join(dirname(file), target)))
    return isContract ? undefined : `web enters ${target}: types of the API only`
  }
  return `${file} enters ${target}`
}

/** Same input, same output: no clock, no chance. */
function impurities(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/\/\/.*$/, '').replace(/^\s*\*.*$/, '')
    const found = /Date\.now\(|new Date\(\)|Math\.random\(|process\.|fetch\(|setTimeout\(/.exec(code)?.[0]
    return found ? [`${file}:${index + 1} domain uses ${found}`] : []
  })
}
