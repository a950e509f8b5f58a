import { randomUUID } from 'node:crypto'
import { beforeAll, expect, inject, it } from 'vitest'
import { validatorCompiler } from '../src/http/intake/validation.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { type Chance, chanceOf, mutated, oneOf, valueFor } from './support/fuzz-input.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { flawOf, innerWords } from './support/problems.ts'
import { type Cast, castOf, formOf, hasBody, someoneAllowed } from './support/route-requests.ts'
import { sampleOf, type Schema } from './support/sample-input.ts'
import { type Violation, violationsOf } from './support/schema-violations.ts'
import { type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson } from './support/world.ts'

/**
 * T18, small: requests made from the schemas of the table: fitting ones, ones that break one rule, and ones changed at random;
 * ids come from former answers. The embedded engine gets the whole number, the server a quarter: what is tried is not the engine's.
 * SEED=… repeats a run, FUZZ_REQUESTS=… makes it longer.
 */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
const { kind } = inject('engine').connections
const requests = Number(process.env.FUZZ_REQUESTS ?? (kind === 'embedded' ? 10_000 : 2_500))

let server: TestServer
let cast: Cast
let ids: LivedIn['ids']
let visitor: Record<string, string>

beforeAll(async () => {
  server = await testServer()
  const [partner, customer] = [await aPartner(), await aCustomer()]
  cast = await castOf(partner, customer)
  ids = (await livedIn(partner, customer, 'active', (await anAgreement()).versionId)).ids
  const session = await server.app.inject({ method: 'GET', url: '/api/v1/session', headers: { host: 'localhost' } })
  visitor = { cookie: session.headers['set-cookie']!.toString().split(';')[0]!, 'x-csrf-token': session.json().csrfToken }
})

/** They hash a password each time; a few are enough. */
const costly = new Set(['/sessions', '/me/password', '/session/step-up', '/password-resets/completion', '/person-invitations/acceptance', '/set-up', '/invitations/registration/confirmation'])
/** Closing the customer ends its people: nobody would be left to ask. Its own test says what it takes. */
const entries = portalRoutes.filter(({ method, path }) => !(method === 'POST' && path === '/operator/customers/:id/closure'))
const often = entries.filter(({ path }) => !costly.has(path))
const violations = new Map<AnyRoute, readonly Violation[]>()
const pool = new Set<string>()

const statuses = new Map<number, number>()
const reached = new Set<string>()

interface Made {
  readonly entry: AnyRoute
  readonly who: TestPerson | null
  readonly url: string
  readonly body: unknown
  readonly version: number
  /** where the one broken rule lies */
  readonly broken?: string
}

function made(chance: Chance): Made {
  const entry = chance() < 0.97 ? oneOf(chance, often) : oneOf(chance, entries)
  const known = [...Object.values(ids), ...pool]
  const anId = () => (chance() < 0.8 ? oneOf(chance, known) : oneOf(chance, [randomUUID(), 'x', '%00', '0', known[0]!.toUpperCase()]))
  const own = paramsFor(entry, ids)
  const path = entry.path.replace(/:(\w+)/g, (_, name: string) => (chance() < 0.6 ? own[name]! : anId()))
  const query = entry.query && chance() < 0.7 ? (valueFor(entry.query as Schema, chance, known) as Record<string, string>) : {}
  const act = chance()
  const who = chance() < 0.75 ? someoneAllowed(entry, cast) : oneOf(chance, [...cast.values(), null])
  const shared = { entry, who, url: `/api/v1${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(act < 0.8 ? query : { ...query, ...(mutatedTexts(query, chance)) })}` : ''}`, version: chance() < 0.7 ? 1 + Math.floor(chance() * 3) : Math.floor(chance() * 100) }
  if (!hasBody(entry) && !entry.form) return { ...shared, body: undefined }
  if (act < 0.35 && entry.body && path === entry.path.replace(/:(\w+)/g, (_, name: string) => own[name]!)) {
    if (!violations.has(entry)) violations.set(entry, violationsOf(entry.body as Schema).filter(({ input }) => JSON.stringify(input).length < 20_000))
    const violation = oneOf(chance, violations.get(entry)!)
    if (violation) return { ...shared, url: `/api/v1${path}`, body: violation.input, broken: violation.pointer }
  }
  const fitting = entry.body ? valueFor(entry.body as Schema, chance, known) : {}
  return { ...shared, body: act < 0.7 ? fitting : mutated(chance() < 0.5 ? fitting : entry.body ? sampleOf(entry.body as Schema) : {}, chance) }
}

function mutatedTexts(query: Record<string, string>, chance: Chance): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, text]) => [name, String(mutated(text, chance))]))
}

const answers = new Map<AnyRoute, (value: unknown) => boolean>()
function fitsAnswer(entry: AnyRoute, value: unknown): boolean {
  if (!answers.has(entry)) answers.set(entry, validatorCompiler({ schema: entry.answer } as never) as unknown as (value: unknown) => boolean)
  return answers.get(entry)!(value)
}

/** Undefined when the answer is as every answer is; else what is wrong, with all that is needed to ask again. */
async function tried({ entry, who, url, body, version, broken }: Made): Promise<string | undefined> {
  const headers: Record<string, string> = { host: 'localhost', ...(who ? { authorization: `Bearer ${await server.tokenOf(who)}` } : visitor) }
  if (entry.ifMatch) headers['if-match'] = `"${version}"`
  if (entry.method === 'POST') headers['idempotency-key'] = randomUUID()
  const form = entry.form && formOf(body !== null && typeof body === 'object' ? body : { body: String(body) })
  const payload = form?.raw ?? (body === undefined ? undefined : JSON.stringify(body))
  if (payload !== undefined) headers['content-type'] = form?.headers['content-type'] ?? 'application/json'
  const answer = await server.app.inject({ method: entry.method, url, headers, ...(payload !== undefined && { payload }) }).catch((error: Error) => {
    // An export whose right ends beside it is broken off, so that nobody takes a part for the whole.
    if (/\/(export|personal-data)$/.test(entry.path) && error.message.includes('destroyed')) return undefined
    throw error
  })
  if (!answer) return undefined
  const contentType = String(answer.headers['content-type'] ?? '')
  statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
  if (answer.statusCode < 300) reached.add(`${entry.method} ${entry.path}`)
  const told = contentType.includes('json') ? answer.json() : answer.body
  for (const [id] of answer.body.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) if (answer.statusCode < 300 && pool.size < 500) pool.add(id)
  const wrong = whatIsWrong(entry, { status: answer.statusCode, body: told, contentType, text: answer.body }, broken)
  return wrong && `${wrong}: ${entry.method} ${url} as ${who?.roles.join() ?? 'visitor'} with ${payload?.slice(0, 2_000)}`
}

function whatIsWrong(entry: AnyRoute, { status, body, contentType, text }: { status: number; body: unknown; contentType: string; text: string }, broken: string | undefined): string | undefined {
  if (status >= 400) {
    const flaw = flawOf({ status, body, contentType })
    if (flaw) return flaw
    // An act tried before may have shut out whoever asks now: then nothing of what is asked is looked at.
    if (broken === undefined || status === 401) return undefined
    const pointers = ((body as { pointers?: { pointer: string }[] }).pointers ?? []).map(({ pointer }) => pointer)
    const isNamed = pointers.some((pointer) => pointer === (broken || '/') || pointer.startsWith(`${broken}/`))
    return [400, 422].includes(status) && isNamed ? undefined : `${status} names ${pointers.join()} and not ${broken}`
  }
  if (broken !== undefined) return `${status} for a broken rule at ${broken}`
  if (innerWords.test(text) && contentType.includes('problem')) return 'inner words'
  if (status === 204 || !contentType.includes('json')) return undefined
  return fitsAnswer(entry, body) ? undefined : `${status} is not what the schema says: ${text.slice(0, 300)}`
}

it(`${requests} requests on ${kind} are answered as requests are (seed ${seed})`, async () => {
  console.log(`api fuzz: seed ${seed}, ${requests} requests, engine ${kind}`)
  const chance = chanceOf(seed)
  const wrong: string[] = []
  let taken = 0
  for (let done = 0; done < requests && wrong.length < 10; done += 10) {
    // Some acts shut out the very people who ask; they are let in again.
    if (done % 200 === 0) await letIn()
    const batch = Array.from({ length: 10 }, () => made(chance))
    const results = await Promise.all(batch.map(tried))
    taken += results.length
    wrong.push(...results.filter((one) => one !== undefined))
  }
  console.log(`api fuzz: ${[...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status} × ${count}`).join(', ')}; ${reached.size} of ${portalRoutes.length} entries answered 2xx`)
  expect(wrong).toEqual([])
  expect(taken).toBe(requests)
  // Requests that never come past the door would try nothing behind it.
  expect(reached.size).toBeGreaterThan(portalRoutes.length / 3)
}, 120_000 + requests * 20)

async function letIn(): Promise<void> {
  for (const [role, { id }] of cast) await sql(`update people set status = 'active', roles = $2 where id = $1`, [id, [role]])
  await sql(`update partner_profiles set status = 'active', in_debt = false`)
}
