import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, dataFolderOf, isLoopback, publicUrlOf, readConfig } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'vinculo-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const tls = () => ({ TLS_CERT_FILE: file('cert.pem', 'cert'), TLS_KEY_FILE: file('key.pem', 'key') })

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('the environment', () => {
  it('may be empty: loopback, port 4000, no mail, the database embedded', () => {
    const config = readConfig({ HOME: '/home/ana' })
    expect(config).toMatchObject({ host: 'localhost', port: 4000, publicUrl: undefined, databaseUrl: undefined, smtpUrl: undefined, allowedHosts: [], trustProxy: [], oidcAllow: [], connectorAllow: [], tls: undefined, metrics: undefined, sendsTraces: false })
    expect(publicUrlOf(config, config.port)).toBe('http://localhost:4000')
  })

  it('counts a variable that is empty as one that is not given', () => {
    expect(problemsOf({ HOST: '', PORT: ' ', PUBLIC_URL: '', DATABASE_URL: '', TLS_CERT_FILE: '' })).toEqual([])
  })

  it('names the data folder: VINCULO_DATA, else XDG, else the home folder', () => {
    expect(dataFolderOf({ VINCULO_DATA: '/srv/vinculo', XDG_DATA_HOME: '/x' })).toBe('/srv/vinculo')
    expect(dataFolderOf({ XDG_DATA_HOME: '/x' })).toBe('/x/vinculo')
    expect(dataFolderOf({ XDG_DATA_HOME: 'relative' })).toMatch(/\/\.local\/share\/vinculo$/)
  })

  it.each([
    [{ PORT: 'http' }, /PORT is a number/],
    [{ PORT: '65536' }, /PORT is a number/],
    [{ PORT: '-1' }, /PORT is a number/],
    [{ HOST: 'partners.example.org' }, /HOST is the address to listen on/],
    [{ PUBLIC_URL: 'partners.example.org' }, /PUBLIC_URL is the address in the browser/],
    [{ PUBLIC_URL: 'https://partners.example.org/vinculo' }, /PUBLIC_URL is the address in the browser/],
    [{ PUBLIC_URL: 'https://user:word@partners.example.org' }, /PUBLIC_URL is the address in the browser/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /DATABASE_URL begins with postgres/],
    [{ SMTP_URL: 'https://mail.example.org' }, /SMTP_URL begins with smtp/],
    [{ ALLOWED_HOSTS: 'a.example, http://b.example' }, /"http:\/\/b\.example" is none/],
    [{ TRUST_PROXY: 'true' }, /TRUST_PROXY lists the IP addresses/],
    [{ TRUST_PROXY: '0.0.0.0/0' }, /TRUST_PROXY lists the IP addresses/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY lists the IP addresses/],
    [{ TLS_CERT_FILE: '/nowhere/cert.pem' }, /only one is given/],
    [{ TLS_CERT_FILE: '/nowhere/cert.pem', TLS_KEY_FILE: '/nowhere/key.pem' }, /cannot be read \(ENOENT\)/],
    [{ METRICS_PORT: 'x' }, /METRICS_PORT is a number/],
    [{ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, /give METRICS_TOKEN/],
    [{ METRICS_PORT: '9464', METRICS_TOKEN: 'short' }, /METRICS_TOKEN takes 16/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT begins with/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4317', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /grpc is not spoken/],
    [{ SMTP_URL_FILE: '/nowhere/smtp' }, /SMTP_URL_FILE names .* cannot be read/],
  ] as const)('%j is refused with a sentence', (env, sentence) => {
    expect(problemsOf(env).join('\n')).toMatch(sentence)
  })

  it('tells every problem at once', () => {
    expect(problemsOf({ PORT: 'x', HOST: 'y', SMTP_URL: 'z' }).length).toBeGreaterThanOrEqual(3)
  })

  it('never repeats a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://ana:hunter2@db.example/x', SMTP_URL: 'http://ana:hunter2@mail.example' }).join()).not.toContain('hunter2')
  })

  it('takes secrets from files', () => {
    const config = readConfig({ DATABASE_URL_FILE: file('db', 'postgres://ana:word@localhost/vinculo\n'), SMTP_URL_FILE: file('smtp', 'smtps://mail.example.org\n') })
    expect(config).toMatchObject({ databaseUrl: 'postgres://ana:word@localhost/vinculo', smtpUrl: 'smtps://mail.example.org' })
  })
})

describe('numbers and traces', () => {
  it('are off unless asked for, and numbers stay on loopback', () => {
    expect(readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ host: 'localhost', port: 9464, token: undefined })
    expect(readConfig({ METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5', METRICS_TOKEN_FILE: file('token', 'a-long-enough-token\n') }).metrics).toMatchObject({ host: '10.0.0.5', token: 'a-long-enough-token' })
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }
    expect(readConfig(endpoint).sendsTraces).toBe(true)
    expect(readConfig({ ...endpoint, OTEL_SDK_DISABLED: 'true' }).sendsTraces).toBe(false)
    expect(readConfig({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }).sendsTraces).toBe(false)
  })
})

describe('plain http', () => {
  const open = { HOST: '0.0.0.0', PUBLIC_URL: 'https://partners.example.org' }

  it('is refused other than on loopback', () => {
    expect(problemsOf({ HOST: '0.0.0.0', PUBLIC_URL: 'http://10.1.2.3:4000' }).join('\n')).toMatch(/passwords on the way/)
    expect(problemsOf({ PUBLIC_URL: 'http://partners.example.org' }).join('\n')).toMatch(/is plain http/)
    expect(problemsOf(open).join('\n')).toMatch(/nothing ends TLS/)
  })

  it('is allowed behind a proxy that ends TLS, and not needed where the product does', () => {
    expect(problemsOf({ ...open, TRUST_PROXY: '10.0.0.7, 192.168.0.0/16, fd00::/8' })).toEqual([])
    expect(problemsOf({ ...open, ...tls() })).toEqual([])
  })

  it('stays on this machine without further words', () => {
    for (const host of ['localhost', '127.0.0.1', '::1', '127.9.9.9']) expect(problemsOf({ HOST: host })).toEqual([])
    expect(isLoopback('[::1]')).toBe(true)
    expect(isLoopback('127.0.0.1.example.org')).toBe(false)
    expect(isLoopback('10.0.0.1')).toBe(false)
  })

  it('behind a proxy needs the address that browsers see', () => {
    expect(problemsOf({ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.7' }).join('\n')).toMatch(/PUBLIC_URL is missing/)
    expect(problemsOf({ TRUST_PROXY: '10.0.0.7', PUBLIC_URL: 'http://localhost:4000' }).join('\n')).toMatch(/is plain http/)
  })
})
