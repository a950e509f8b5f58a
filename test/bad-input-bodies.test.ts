import { beforeAll, describe, expect, it } from 'vitest'
import { validatorCompiler } from '../src/http/intake/validation.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { uploadLimits } from '../src/http/uploads.ts'
import { contentHashes } from './support/content-hash.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { flawOf } from './support/problems.ts'
import { type Cast, castOf, hasBody, requestTo, someoneAllowed } from './support/route-requests.ts'
import { sampleOf, type Schema } from './support/sample-input.ts'
import { violationsOf } from './support/schema-violations.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner } from './support/world.ts'

/** Part D4 of the catalogue for every entry of the table that reads a body, asked by somebody who may and about what is there. */
let server: TestServer
let cast: Cast
let ids: LivedIn['ids']

beforeAll(async () => {
  server = await testServer()
  const [partner, customer] = [await aPartner(), await aCustomer()]
  cast = await castOf(partner, customer)
  ids = (await livedIn(partner, customer, 'active', (await anAgreement()).versionId)).ids
})

const readers = portalRoutes.filter(hasBody)
const bodied = readers.filter(({ body }) => body !== undefined)
const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`
const fits = (entry: AnyRoute, value: unknown) => entry.body !== undefined && (validatorCompiler({ schema: entry.body } as never) as unknown as (input: unknown) => boolean)(value)

async function sendTo(entry: AnyRoute, raw: string | Buffer): Promise<Answer> {
  const { path, version } = requestTo(entry, { params: paramsFor(entry, ids) })
  return server.ask(someoneAllowed(entry, cast), entry.method, path, { raw, ...(version !== undefined && { version }), ...(entry.path === '/sessions' && { headers: { 'x-portal': 'partner' } }) })
}

interface Bad {
  readonly raw: string | Buffer
  readonly status: readonly number[]
  /** where the fault lies; must be among the pointers of the answer */
  readonly pointer?: string
}

/** Sends each bad body to each entry; the list of what was not refused as it should must be empty, and nothing may have happened. */
async function expectAllRefused(entries: readonly AnyRoute[], badFor: (entry: AnyRoute) => readonly Bad[]): Promise<void> {
  const before = await contentHashes()
  const wrong: string[] = []
  for (const entry of entries) {
    const told = badFor(entry).map(async ({ raw, status, pointer }) => {
      const answer = await sendTo(entry, raw)
      const { body, headers } = answer
      const flaw = flawOf({ status: answer.status, body, contentType: headers.get('content-type') }) ?? (status.includes(answer.status) ? pointerMissing(body, pointer) : `status ${answer.status} ${body.code}`)
      if (flaw) wrong.push(`${nameOf(entry)} with ${raw.toString().slice(0, 120)}: ${flaw}`)
    })
    await Promise.all(told)
  }
  expect(wrong).toEqual([])
  expect(await contentHashes()).toEqual(before)
}

function pointerMissing(body: { pointers?: { pointer: string }[] }, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined
  const pointers = (body.pointers ?? []).map(({ pointer }) => pointer)
  return pointers.some((pointer) => pointer === (wanted || '/') || pointer.startsWith(`${wanted}/`)) ? undefined : `points to ${pointers.join()} and not to ${wanted}`
}

const jsonFor = (entry: AnyRoute) => JSON.stringify(entry.body ? sampleOf(entry.body) : {})
const textPlaces = (schema: Schema) => violationsOf(schema).filter(({ rule }) => rule === 'type 12' || rule === 'type ["x"]')

describe('every entry that reads a body refuses', () => {
  it('a body of another kind: nothing, blanks, null, a list, a text, a number [B67]', async () => {
    await expectAllRefused(readers, (entry) =>
      ['', ' \n', 'null', '[]', '"x"', '1', 'true', '[{}]']
        .filter((raw) => !(entry.body ? fits(entry, raw.trim() === '' ? null : JSON.parse(raw)) : ['', 'null'].includes(raw)))
        .map((raw) => ({ raw, status: [400, 422] })),
    )
  })

  it('what is not JSON: garbage after it, two documents, comments, quotes and words of JavaScript, marks, other encodings [B68]', async () => {
    await expectAllRefused(readers, (entry) => {
      const json = jsonFor(entry)
      const texts = [`${json}x`, `${json}${json}`, `${json},`, `/* */${json}`, `${json}//`, `{'a':1}`, '{a:1}', '{"a":NaN}', '{"a":Infinity}', '{"a":undefined}', '{"a":01}', '{"a":1,}', '{', '{"a"', '"', '{"a":"\n"}', `\ufeff${json}`, 'undefined', '{"a":.5}', '{"a":+1}', '{"a":0x10}', '{"a":"\\x41"}']
      const bytes = [Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from(json, 'utf16le'), Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]), Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]), Buffer.from([0])]
      return [...texts, ...bytes].map((raw) => ({ raw, status: [400] }))
    })
  })

  it('keys that reach for prototypes, and keys that stand twice [B71]', async () => {
    await expectAllRefused(readers, (entry) => {
      const members = jsonFor(entry).slice(1, -1)
      const first = /^"[^"]+"/.exec(members)?.[0] ?? '"a"'
      return [
        '{"__proto__":{"isAdmin":true}}', '{"\\u005f_proto__":1}', '{"constructor":{"prototype":{"x":1}}}', '{"a":{"__proto__":null}}', '{"a":[{"prototype":1}]}',
        '{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', '[{"a":1,"a":2}]', '{"a":1,"\\u0061":2}', members ? `{${members},${first}:1}` : '{"a":1,"b":2,"a":3}',
      ].map((raw) => ({ raw, status: [400] }))
    })
  })

  it('what is nested too deeply, in braces or brackets, closed or not [B74]', async () => {
    await expectAllRefused(readers, () =>
      [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, `${'['.repeat(20_000)}${']'.repeat(20_000)}`, '['.repeat(100_000), '{"a":'.repeat(33)].map((raw) => ({ raw, status: [400] })),
    )
  })

  it('what is larger than a megabyte, or than the limit of an upload [B76]', async () => {
    await expectAllRefused(readers, ({ upload }) => [{ raw: `{${' '.repeat(upload ? uploadLimits[upload] : 1_048_576)}}`, status: [413] }])
  })

  it('what is numerous: 100,001 items, 100,000 keys, keys of great length [B77]', async () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 1]))).slice(0, 1_048_000)
    await expectAllRefused(readers.filter((_, at) => at % 8 === 0), () => [{ raw: many, status: [400, 413, 422] }])
    await expectAllRefused(bodied, (entry) =>
      violationsOf(entry.body!)
        .filter(({ rule }) => rule === 'far too many')
        .map(({ pointer, input }): Bad => ({ raw: JSON.stringify(input), status: [422], pointer }))
        .concat([{ raw: `{"${'k'.repeat(1_000)}":1}`, status: [400] }]),
    )
  })

  it('numbers beyond what is held exactly [B23] [B24]', async () => {
    await expectAllRefused(bodied, () => ['9007199254740993', '-9007199254740993', '1e400', '-1e400', '1e308', '99999999999999999999999'].map((number) => ({ raw: `{"a":${number}}`, status: [422] })))
    await expectAllRefused(bodied, (entry) =>
      violationsOf(entry.body!)
        .filter(({ rule }) => rule === 'number 1.5')
        .flatMap(({ input }) => ['9007199254740993', '2147483648', '9007199254740991', '1e400', '-1', '0.5'].map((number) => ({ raw: JSON.stringify(input).replace(':1.5', `:${number}`), status: [422] }))),
    )
  })

  it('texts that no database and no other program could hold: NUL and half characters, in values and in keys [B39] [B41]', async () => {
    await expectAllRefused(bodied, (entry) =>
      textPlaces(entry.body!).flatMap(({ input }) =>
        ['\\u0000', 'a\\u0000b', '\\ud800', 'x\\udc00', '\\udc00\\ud800'].flatMap((text) => [
          { raw: JSON.stringify(input).replace(/:(12|\["x"\])(?=[,}\]])/, `:"${text}"`), status: [422] },
        ]),
      ).concat(['{"\\u0000":1}', '{"\\ud800":1}'].map((raw) => ({ raw, status: [422] }))),
    )
  }, 180_000)

  it('members that are unknown, of another letter case or the server’s own, missing members, wrong types, null, and every other broken rule, and names the place [B26] [B59] [B72] [B73] [B80]', async () => {
    let broken = 0
    await expectAllRefused(bodied, (entry) =>
      violationsOf(entry.body!).map(({ pointer, input }) => {
        broken++
        const raw = JSON.stringify(input)
        return Buffer.byteLength(raw) > 1_048_576 ? { raw, status: [413] } : { raw, status: [422], pointer }
      }),
    )
    expect(broken).toBeGreaterThan(1_000)
  }, 60_000)
})

describe('every schema of an input', () => {
  it.each(['params', 'query', 'body'] as const)('bounds what it lets in, in the %s too (rule R13)', (part) => {
    const open = portalRoutes.flatMap((entry) => (entry[part] ? unboundedIn(entry[part] as Schema).map((pointer) => `${nameOf(entry)} ${part}${pointer}`) : []))
    expect(open).toEqual([])
  })

  it('would be found if it did not', () => {
    expect(unboundedIn({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'array', items: { type: 'integer' } }, c: { type: 'string', pattern: '^a+$' } } })).toEqual(['', '/a', '/b', '/b/0', '/c'])
  })
})

/** Members without a largest size. */
function unboundedIn(schema: Schema & { additionalProperties?: unknown }, pointer = ''): string[] {
  if (schema.const !== undefined || schema.enum) return []
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => unboundedIn(branch, pointer))
  const own = schema.type === 'array' ? schema.maxItems === undefined
    : schema.type === 'integer' || schema.type === 'number' ? schema.maximum === undefined || schema.minimum === undefined
    : schema.type === 'string' ? schema.maxLength === undefined && !schema.format && /[^\\][*+]|^$|,\}/.test((schema.pattern ?? '').replace(/\[[^\]]*\]/g, '.'))
    : schema.type === 'object' ? schema.additionalProperties !== false : false
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => unboundedIn(member, `${pointer}/${name}`)),
    ...(schema.items ? unboundedIn(schema.items, `${pointer}/0`) : []),
  ]
  return [...(own ? [pointer] : []), ...inner]
}
