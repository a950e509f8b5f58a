import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { startMeasures } from '../src/telemetry/measures.ts'
import { counter, mostSeries } from '../src/telemetry/metrics.ts'
import { databaseOf, dropDatabasesAfterwards } from './support/product-database.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'
import { type TestSmtpServer, testSmtpServer } from './support/smtp.ts'

/** The real process with everything on that is off by default: a scraper reads its numbers, an OTLP receiver its traces. */
const folder = mkdtempSync(join(tmpdir(), 'vinculo-metrics-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
}

const [caller, secondCaller] = ['4bf92f3577b34da6a3ce929d0e0e4736', 'aaaaaaaa77b34da6a3ce929d0e0e4736']
const token = 'a-token-of-the-scraper-1'
let product: Product
let demo: DemoReport
let smtp: TestSmtpServer
let metricsUrl: string
const received: { readonly path: string; readonly body: string }[] = []
const receiver = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    received.push({ path: request.url!, body: Buffer.concat(parts).toString('utf8') })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})
const spans = () => received.flatMap(({ body }) => (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => receiver.close(resolve).closeAllConnections()))
  smtp = await testSmtpServer()
  const metricsPort = await freePort()
  metricsUrl = `http://localhost:${metricsPort}/metrics`
  product = await startProduct({
    folder,
    env: {
      ...((await databaseOf(folder)) as Record<string, string>),
      SMTP_URL: smtp.url,
      METRICS_PORT: String(metricsPort),
      METRICS_TOKEN: token,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
      OTEL_SERVICE_NAME: 'vinculo-under-test',
      OTEL_BSP_SCHEDULE_DELAY: '100',
    },
  })
  demo = await product.command<DemoReport>('demo')
}, 60_000)
afterAll(() => product.stop())

const tokenOf = async (role: string) => {
  const { userPrincipalName } = demo.people.find((person) => person.tenantKey === 'public-direct-bill' && person.role === role)!
  return (await product.command<{ accessToken: string }>('token', '--user', userPrincipalName)).accessToken
}
const scrape = async (headers: Record<string, string> = { authorization: `Bearer ${token}` }) => {
  const answer = await fetch(metricsUrl, { headers })
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

/** Strictly by the text format: each family has its two lines first, each sample belongs to the family above it. */
function samplesOf(text: string): { readonly name: string; readonly labels: Record<string, string>; readonly value: number }[] {
  let family = ''
  return text.trimEnd().split('\n').flatMap((line) => {
    const head = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line)
    if (head) {
      family = head[2]!
      if (head[1] === 'TYPE') expect(['counter', 'gauge', 'histogram']).toContain(head[3])
      return []
    }
    const [, name, labels = '', value] = /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*)\})? (-?[\d.e+-]+)$/.exec(line) ?? []
    expect(name, line).toBeDefined()
    expect(name!.replace(/_(bucket|sum|count)$/, ''), line).toBe(family.replace(/_(bucket|sum|count)$/, ''))
    return [{ name: name!, labels: Object.fromEntries([...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key!, text!])), value: Number(value) }]
  })
}

describe('the numbers', () => {
  it('are read on a port of their own, with the token', async () => {
    expect(await scrape()).toMatchObject({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' })
    expect((await scrape({})).status).toBe(401)
    expect((await scrape({ authorization: `Bearer ${token}x` })).status).toBe(401)
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(405)
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404)
    // Never on the public port.
    expect((await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
  })

  it('tell requests, acts, jobs, outbox, pool, memory and the event loop', async () => {
    const authorization = `Bearer ${await tokenOf('globalAdmin')}`
    for (let at = 0; at < 3; at++) expect((await fetch(`${product.url}/api/v1/customers?size=1`, { headers: { authorization } })).status).toBe(200)
    await fetch(`${product.url}/api/v1/people/nobody`, { headers: { authorization } })
    const samples = samplesOf((await scrape()).text)
    const valueOf = (name: string, labels: Record<string, string> = {}) => samples.find((sample) => sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value))?.value
    const listed = { method: 'GET', route: '/api/v1/customers', status: '2xx' }
    expect(valueOf('vinculo_http_request_duration_seconds_count', listed)).toBe(3)
    expect(valueOf('vinculo_http_request_duration_seconds_bucket', { ...listed, le: '+Inf' })).toBe(3)
    expect(valueOf('vinculo_http_request_duration_seconds_sum', listed)).toBeGreaterThan(0)
    expect(valueOf('vinculo_http_request_duration_seconds_count', { route: '/api/v1/people/:id', status: '4xx' })).toBe(1)
    expect(valueOf('vinculo_acts_total', { action: 'customer.list', outcome: 'done' })).toBe(3)
    expect(valueOf('vinculo_http_requests_in_flight')).toBe(0)
    for (const name of ['vinculo_database_up', 'vinculo_database_waiting', 'vinculo_quarantined', 'vinculo_mail_oldest_seconds', 'process_resident_memory_bytes', 'nodejs_heap_used_bytes', 'process_cpu_seconds_total']) expect(valueOf(name), name).toBeGreaterThanOrEqual(0)
    expect(valueOf('vinculo_database_connections', { state: 'idle' })).toBeGreaterThan(0)
    for (const status of ['queued', 'held', 'failed']) expect(valueOf('vinculo_mails', { status }), status).toBeGreaterThanOrEqual(0)
    expect(valueOf('nodejs_eventloop_delay_seconds', { quantile: '0.99' })).toBeGreaterThan(0)
    expect(valueOf('vinculo_jobs', { task: 'send-mail', state: 'waiting' })).toBeGreaterThanOrEqual(0)
  })

  it('stay as few whatever is asked for, and name nobody', async () => {
    const before = samplesOf((await scrape()).text).length
    for (let at = 0; at < 30; at++) await fetch(`${product.url}/api/v1/customers/spy-${at}?x=${at}`, { method: at % 2 ? 'GET' : 'PROPFIND' })
    for (let at = 0; at < 30; at++) await fetch(`${product.url}/nowhere/spy-${at}`)
    const { text } = await scrape()
    // One more route and two more classes of status, whatever the number of addresses.
    expect(samplesOf(text).length - before).toBeLessThanOrEqual(40)
    expect(text).not.toMatch(/spy|@|[0-9a-f]{8}-[0-9a-f]{4}-/)
    for (const { id, name, primaryDomain } of demo.tenants) for (const word of [id, name, primaryDomain]) expect(text.includes(word)).toBe(false)
    expect([...new Set(samplesOf(text).flatMap(({ labels }) => Object.keys(labels)))].sort()).toEqual(['action', 'le', 'method', 'outcome', 'quantile', 'route', 'schema', 'state', 'status', 'task', 'version'])
  })
})

describe('a family of numbers', () => {
  it('is bounded even where a label was no label', () => {
    const wild = counter({ name: 'wild_total', help: 'x' })
    for (let at = 0; at < mostSeries + 500; at++) wild.add({ id: `tenant ${at}` })
    expect(wild.text().split('\n').length).toBeLessThanOrEqual(mostSeries + 4)
    expect(wild.text()).toContain('wild_total{id="other"} 500')
  })

  it('writes what a label holds so that no line breaks', () => {
    const measures = startMeasures()
    measures.act('a"b\\c\nd', 'done')
    expect(measures.text()).toContain('vinculo_acts_total{action="a\\"b\\\\c\\nd",outcome="done"} 1\n')
  })
})

describe('a trace', () => {
  const invite = async (traceparent: string, name: string) => {
    const domain = demo.tenants.find(({ key }) => key === 'public-direct-bill')!.primaryDomain
    const body = { displayName: 'Traza Spy', userPrincipalName: `${name}@${domain}`, mail: `${name}@spy.example`, roles: ['salesAgent'], language: 'es' }
    const answer = await fetch(`${product.url}/api/v1/people`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf('globalAdmin')}`, 'content-type': 'application/json', 'idempotency-key': name, traceparent }, body: JSON.stringify(body) })
    expect(answer.status).toBe(201)
  }

  it('goes from the caller through request and use case to the job that sends the mail', async () => {
    await invite(`00-${caller}-00f067aa0ba902b7-01`, 'traza')
    await expect.poll(() => spans().filter(({ traceId }) => traceId === caller).map(({ name }) => name)).toContain('smtp')
    await expect.poll(() => spans().filter(({ traceId }) => traceId === caller).map(({ name }) => name)).toContain('job send-mail')
    const own = spans().filter(({ traceId }) => traceId === caller)
    const named = (name: string) => own.find((span) => span.name === name)!
    const parentOf = (span: SentSpan) => own.find(({ spanId }) => spanId === span.parentSpanId)?.name
    expect(named('POST /api/v1/people').parentSpanId).toBe('00f067aa0ba902b7')
    expect(parentOf(named('person.invite'))).toBe('POST /api/v1/people')
    expect(parentOf(named('job send-mail'))).toBe('person.invite')
    expect(parentOf(named('smtp'))).toBe('job send-mail')
    expect(Object.fromEntries(named('POST /api/v1/people').attributes.map(({ key, value }) => [key, Object.values(value)[0]]))).toMatchObject({ 'http.request.method': 'POST', 'http.route': '/api/v1/people', 'http.response.status_code': 201, 'vinculo.request_id': expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(received.every(({ path }) => path === '/v1/traces')).toBe(true)
    expect(received[0]!.body).toContain('vinculo-under-test')
  })

  it('is not sent where the caller did not sample it, and begins anew where what it said is no trace', async () => {
    await invite(`00-${secondCaller}-00f067aa0ba902b7-00`, 'sinmuestra')
    await fetch(`${product.url}/api/v1/session`, { headers: { traceparent: '00-zz-not-a-trace' } })
    await expect.poll(() => spans().some(({ name, parentSpanId }) => name === 'GET /api/v1/session' && !parentSpanId)).toBe(true)
    expect(spans().some(({ traceId }) => traceId === secondCaller)).toBe(false)
  })

  it('holds codes and counts, nothing that people wrote or are called', () => {
    const all = received.map(({ body }) => body).join()
    expect(all).not.toMatch(/spy|Spy|@[\w-]+\.example|Bearer/)
    for (const { id, displayName, userPrincipalName } of demo.people) for (const word of [id, displayName, userPrincipalName]) expect(all.includes(word)).toBe(false)
    const known = ['error.type', 'http.request.method', 'http.response.status_code', 'http.route', 'vinculo.action', 'vinculo.request_id', 'vinculo.task']
    expect(spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)).filter((key) => !known.includes(key))).toEqual([])
  })
})

describe('a start without them', () => {
  it('loads nothing for them and listens nowhere else', async () => {
    const plainFolder = mkdtempSync(join(tmpdir(), 'vinculo-plain-'))
    const plain = await startProduct({ folder: plainFolder, env: { ...((await databaseOf(plainFolder)) as Record<string, string>), NODE_DEBUG: 'esm' } })
    await plain.stop()
    rmSync(plainFolder, { recursive: true, force: true })
    expect(plain.output()).toMatch(/fastify/)
    expect(plain.output()).not.toMatch(/opentelemetry|metrics are read here/)
  })
})
