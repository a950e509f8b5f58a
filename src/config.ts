import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/** What the environment says, read once and checked once. */
export interface Config {
  /** where it listens; loopback unless told otherwise */
  readonly host: string
  /** 0 takes any free port */
  readonly port: number
  /** where mails and the command line point to; no trailing slash. Undefined follows host and port. */
  readonly publicUrl: string | undefined
  readonly dataFolder: string
  readonly keyFile: string | undefined
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  /** host names, with port where browsers send one, that are answered beside loopback */
  readonly allowedHosts: readonly string[]
  /** addresses of proxies whose forwarded headers count */
  readonly trustProxy: readonly string[]
  /** networks beside the public internet in which sign-in providers may stand (rule R14) */
  readonly oidcAllow: readonly string[]
  /** networks beside the public internet in which the operator's provisioning connectors may stand (rule R14) */
  readonly connectorAllow: readonly string[]
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** where numbers are read; undefined (METRICS_PORT is not given): nowhere */
  readonly metrics: { readonly host: string; readonly port: number; readonly token: string | undefined } | undefined
  /** whether traces leave: a receiver is named by OTEL_EXPORTER_OTLP_ENDPOINT or its _TRACES_ form */
  readonly sendsTraces: boolean
}

/** The environment cannot be used. Each problem is a sentence that says what to change. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

type Variables = Readonly<Record<string, string | undefined>>

/** Reads the environment. Secrets may stand in files: DATABASE_URL_FILE, SMTP_URL_FILE (rule R31). Throws ConfigError. */
export function readConfig(env: Variables): Config {
  const problems: string[] = []
  const config: Config = {
    host: readHost(env, 'HOST', problems),
    port: readPort(env, 'PORT', problems),
    publicUrl: readPublicUrl(env, problems),
    dataFolder: dataFolderOf(env),
    keyFile: given(env, 'VINCULO_KEY_FILE'),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], problems),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:'], problems),
    allowedHosts: readAllowedHosts(env, problems),
    trustProxy: readTrustProxy(env, problems),
    oidcAllow: readNetworks(env, problems, { name: 'OIDC_ALLOW', what: 'sign-in providers' }),
    connectorAllow: readNetworks(env, problems, { name: 'CONNECTOR_ALLOW', what: 'provisioning connectors' }),
    tls: readTls(env, problems),
    metrics: readMetrics(env, problems),
    sendsTraces: readSendsTraces(env, problems),
  }
  refusePlainHttp(config, problems)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** VINCULO_DATA, else $XDG_DATA_HOME/vinculo, else ~/.local/share/vinculo. */
export function dataFolderOf(env: Variables): string {
  const named = given(env, 'VINCULO_DATA')
  if (named) return resolve(named)
  const xdg = given(env, 'XDG_DATA_HOME')
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.local', 'share'), 'vinculo')
}

/** PUBLIC_URL, else where this machine reaches the port. */
export function publicUrlOf({ publicUrl, host, tls }: Pick<Config, 'publicUrl' | 'host' | 'tls'>, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host
  return publicUrl ?? `${tls ? 'https' : 'http'}://${name}:${port}`
}

/** Whether a host name or address never leaves this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

/** Empty means not given: service units and compose files cannot unset a variable. */
function given(env: Variables, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function readHost(env: Variables, name: string, problems: string[]): string {
  const host = given(env, name) ?? 'localhost'
  if (host !== 'localhost' && isIP(host) === 0) problems.push(`${name} is the address to listen on: localhost, or an IP address of this machine, not "${host}".`)
  return host
}

function readPort(env: Variables, name: string, problems: string[]): number {
  const text = given(env, name) ?? '4000'
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (!(port <= 65_535)) problems.push(`${name} is a number from 0 to 65535, not "${text}".`)
  return port
}

function readPublicUrl(env: Variables, problems: string[]): string | undefined {
  const text = given(env, 'PUBLIC_URL')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  if (!isPlain) {
    problems.push(`PUBLIC_URL is the address in the browser, such as https://partners.example.org, without path, user or query; "${text}" is not.`)
    return undefined
  }
  return url.origin
}

/** The value is a secret: no problem ever repeats it. */
function readUrl(env: Variables, name: string, protocols: readonly string[], problems: string[]): string | undefined {
  const text = given(env, name) ?? readSecretFile(env, `${name}_FILE`, problems)
  if (text === undefined) return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  problems.push(`${name} begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')} and is a whole URL; the one given is not.`)
  return undefined
}

function readSecretFile(env: Variables, name: string, problems: string[]): string | undefined {
  const path = given(env, name)
  return path === undefined ? undefined : readFile(name, path, problems)?.toString('utf8').trim()
}

function readAllowedHosts(env: Variables, problems: string[]): readonly string[] {
  const hosts = listed(env, 'ALLOWED_HOSTS').map((host) => host.toLowerCase())
  for (const host of hosts) {
    if (!/^([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host)) {
      problems.push(`ALLOWED_HOSTS lists host names, with :port where the browser shows one; "${host}" is none.`)
    }
  }
  return hosts
}

/** Addresses only: "trust everybody" would let anybody choose their own address. */
function readTrustProxy(env: Variables, problems: string[]): readonly string[] {
  const addresses = listed(env, 'TRUST_PROXY')
  for (const address of addresses) {
    if (!isAddressOrBlock(address)) problems.push(`TRUST_PROXY lists the IP addresses or blocks (10.0.0.0/8) of your proxies; "${address}" is none.`)
  }
  return addresses
}

/** Blocks of addresses; a prefix of 0 would permit the whole world. */
function readNetworks(env: Variables, problems: string[], { name, what }: { name: string; what: string }): readonly string[] {
  const blocks = listed(env, name)
  for (const block of blocks) {
    if (!isAddressOrBlock(block)) problems.push(`${name} lists IP addresses or blocks (10.0.0.0/8) in which ${what} may stand; "${block}" is none.`)
  }
  return blocks
}

function isAddressOrBlock(text: string): boolean {
  const [address, prefix, ...rest] = text.split('/')
  const family = isIP(address!)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  try {
    // A prefix of 0 trusts the whole world.
    if (!/^[1-9]\d{0,2}$/.test(prefix)) return false
    new BlockList().addSubnet(address!, Number(prefix), family === 4 ? 'ipv4' : 'ipv6')
    return true
  } catch {
    return false
  }
}

function readTls(env: Variables, problems: string[]): Config['tls'] {
  const certFile = given(env, 'TLS_CERT_FILE')
  const keyFile = given(env, 'TLS_KEY_FILE')
  if (!certFile && !keyFile) return undefined
  if (!certFile || !keyFile) {
    problems.push('TLS needs both TLS_CERT_FILE and TLS_KEY_FILE; only one is given.')
    return undefined
  }
  const cert = readFile('TLS_CERT_FILE', certFile, problems)
  const key = readFile('TLS_KEY_FILE', keyFile, problems)
  return cert && key && { cert, key }
}

/** A port of its own, on loopback unless told otherwise; where others can reach it, it asks for a token. */
function readMetrics(env: Variables, problems: string[]): Config['metrics'] {
  if (given(env, 'METRICS_PORT') === undefined) return undefined
  const host = readHost(env, 'METRICS_HOST', problems)
  const token = given(env, 'METRICS_TOKEN') ?? readSecretFile(env, 'METRICS_TOKEN_FILE', problems)
  if (token !== undefined && !/^[\x21-\x7e]{16,}$/.test(token)) problems.push('METRICS_TOKEN takes 16 or more visible ASCII characters.')
  if (token === undefined && !isLoopback(host)) problems.push(`METRICS_HOST=${host} can be reached from other machines: give METRICS_TOKEN or METRICS_TOKEN_FILE, which the scraper shows as a bearer token.`)
  return { host, port: readPort(env, 'METRICS_PORT', problems), token }
}

/** The standard names of OpenTelemetry; everything else about traces is read by its libraries. */
function readSendsTraces(env: Variables, problems: string[]): boolean {
  const isOff = given(env, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || given(env, 'OTEL_TRACES_EXPORTER') === 'none'
  const endpoint = given(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? given(env, 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (isOff || endpoint === undefined) return false
  const protocol = given(env, 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? given(env, 'OTEL_EXPORTER_OTLP_PROTOCOL') ?? 'http/json'
  if (!protocol.startsWith('http/')) problems.push(`OTEL_EXPORTER_OTLP_PROTOCOL=${protocol} is not spoken: traces leave by http, as JSON. Name the http port of the receiver (usually 4318) and http/json.`)
  if (!URL.canParse(endpoint) || !['http:', 'https:'].includes(new URL(endpoint).protocol)) problems.push('OTEL_EXPORTER_OTLP_ENDPOINT begins with http:// or https:// and is a whole URL; the one given is not.')
  return true
}

function readFile(name: string, path: string, problems: string[]): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    problems.push(`${name} names ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`)
    return undefined
  }
}

function listed(env: Variables, name: string): string[] {
  return (given(env, name) ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
}

/** Decision 22: sign-in over plain http across a network would show passwords to everybody on the way. */
function refusePlainHttp(config: Config, problems: string[]): void {
  const { host, publicUrl, trustProxy, tls } = config
  if (!isLoopback(host) && !tls && trustProxy.length === 0) {
    problems.push(
      `HOST=${host} can be reached from other machines, and plain http would show passwords on the way. ` +
        'Give TLS_CERT_FILE and TLS_KEY_FILE, or name the proxy that ends TLS in TRUST_PROXY, or keep HOST on localhost.',
    )
  }
  if (!publicUrl) {
    if (!isLoopback(host) || trustProxy.length > 0) problems.push('PUBLIC_URL is missing: mails need the address under which browsers reach this installation.')
    return
  }
  const url = new URL(publicUrl)
  if (url.protocol === 'http:' && (!isLoopback(url.hostname) || trustProxy.length > 0)) {
    problems.push(`PUBLIC_URL=${publicUrl} is plain http. Use https, unless everything stays on this machine.`)
  }
  if (url.protocol === 'https:' && !tls && trustProxy.length === 0) {
    problems.push('PUBLIC_URL begins with https, but nothing ends TLS: give TLS_CERT_FILE and TLS_KEY_FILE, or name the proxy in TRUST_PROXY.')
  }
}
