import { beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../src/domain/errors.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { flawOf } from './support/problems.ts'
import { actionOf, type Cast, castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { violationsOf } from './support/schema-violations.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, type TestTenant } from './support/world.ts'

/** Part D3 of the catalogue for every text that an entry reads; which text is of which kind is said here, and a new one must be. */
const kinds = {
  name: ['displayName', 'companyName', 'tenantName', 'name', 'contactName', 'legalName', 'friendlyName', 'batch', 'en', 'es', 'de', 'zh-Hans'],
  mail: ['mail', 'contactMail', 'supportMail', 'address', 'addresses', 'replyTo'],
  signInName: ['userPrincipalName'],
  domain: ['domain', 'primaryDomain', 'partnerDomain', 'customerDomain'],
  line: ['firstName', 'lastName', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone', 'tags', 'dealName'],
  note: ['reason', 'note', 'checkedHow', 'words', 'wordsEn', 'wordsEs', 'description', 'message', 'skills'],
  letter: ['subject', 'text'],
  document: ['title', 'body'],
  // Compared with what is known, or with a table of ours; nothing of them is shown to anybody else.
  compared: ['sku', 'disabledPlans', 'ids', 'license', 'content', 'url', 'subscriptionIds', 'code', 'secret', 'registrationSecret', 'password', 'currentPassword', 'agreementLanguage', 'language', 'cloud', 'timeZone', 'programmeId', 'roles', 'services', 'invType', 'partnerId', 'msppId', 'indirectCSPId', 'dap', 'search', 'tag', 'cursor', 'kind', 'by', 'method', 'answer', 'culture', 'domainPrefix', 'registrationNumber', 'agreedOn', 'choice', 'issuer', 'clientSecret', 'organization', 'returned', 'id', 'transports', 'clientDataJson', 'attestationObject', 'authenticatorData', 'signature', 'userHandle', 'agreement', 'copyOf', 'file', 'partnerMfa', 'removalEndsPrivileges', 'accent', 'png', 'person', 'tenant', 'type', 'outcome', 'from', 'to', 'size', 'format', 'privacy', 'terms', 'imprint', 'accessibility', 'token', 'role', 'usageLocation', 'website', 'linkedin', 'products', 'dealValue', 'currency', 'closingOn', 'market', 'partners', 'validFrom', 'unitPrice', 'mostEach', 'mostMonthly', 'expectedTotal', 'deviceIds', 'at', 'startedAt', 'endedAt', 'checkedAt'],
} as const
type Kind = keyof typeof kinds

let server: TestServer
let cast: Cast
let customer: TestTenant
let ids: LivedIn['ids']

beforeAll(async () => {
  server = await testServer()
  const partner = await aPartner()
  customer = await aCustomer()
  cast = await castOf(partner, customer, await anOperator())
  ids = (await livedIn(partner, customer, 'active', (await anAgreement()).versionId)).ids
})

interface Place {
  readonly entry: AnyRoute
  readonly pointer: string
  readonly member: string
  /** the body with this text there */
  with(text: string): string
}

/** A list is taken whole, and each of its rows gets an answer of its own: src/http/portal/{campaigns,people-jobs}.test.ts. */
const answersRows = ({ path }: AnyRoute) => path === '/campaigns/:id/list' || path.endsWith('/people-uploads')

const places: Place[] = portalRoutes.filter((entry) => entry.body !== undefined && !answersRows(entry)).flatMap((entry) =>
  violationsOf(entry.body!)
    .filter(({ rule, input }) => rule === 'type 12' && JSON.stringify(input).includes('12'))
    .filter(({ pointer }) => violationsOf(entry.body!).some((one) => one.pointer === pointer && one.rule.startsWith('text')))
    .map(({ pointer, input }) => ({
      entry,
      pointer,
      member: pointer.split('/').filter((part) => !/^\d+$/.test(part)).at(-1) ?? '',
      with: (text: string) => JSON.stringify(input, (_name, value: unknown) => (value === 12 ? text : value)),
    })),
)
const isOf = (kind: Kind) => ({ member }: Place) => (kinds[kind] as readonly string[]).includes(member)

async function put(place: Place, text: string): Promise<Answer> {
  const { entry } = place
  const params = entry.path === '/people/:id' ? { id: cast.get('salesAgent')!.id } : paramsFor(entry, ids)
  const { path, version } = requestTo(entry, { params })
  return server.ask(someoneAllowed(entry, cast), entry.method, path, { raw: place.with(text), ...(version !== undefined && { version }), headers: { ...(entry.path === '/sessions' && { 'x-portal': 'partner' }) } })
}

/** They say the same whatever is typed, so that nobody learns who has an account; or they answer with what is wrong. */
const answersAnything = new Set(['/password-resets', '/relationship-request-checks', '/new-customer-checks'])

/** Sends each text to each place of the kind: all refused, nothing happened, and where the place could be reached, under this code. */
async function expectRefused(kind: Kind, texts: readonly string[], code: ErrorCode, reached: number): Promise<void> {
  const before = await contentHashes()
  const wrong: string[] = []
  const exact = new Set<string>()
  for (const place of places.filter(isOf(kind))) {
    for (const text of texts) {
      const { status, body, headers } = await put(place, text)
      const where = `${place.entry.method} ${place.entry.path}${place.pointer}`
      if (answersAnything.has(place.entry.path) && status < 300 && body?.possible !== true) continue
      const flaw = flawOf({ status, body, contentType: headers.get('content-type') })
      if (flaw) wrong.push(`${where} took ${JSON.stringify(text).slice(0, 80)}: ${flaw}`)
      else if (body.code === code) exact.add(where)
    }
  }
  expect(wrong).toEqual([])
  expect(await contentHashes()).toEqual(before)
  expect([...exact].sort().length, [...exact].join('\n')).toBeGreaterThanOrEqual(reached)
}

it('every text that an entry reads is of a known kind', () => {
  const known = new Set<string>(Object.values(kinds).flat())
  expect([...new Set(places.map(({ member }) => member))].filter((member) => !known.has(member) && !/Id$|^sharedWith$|[sS]ha256$|ountry|(contact|support)Phone/.test(member))).toEqual([])
})

describe('a name', () => {
  it('does not turn the direction of reading [B43]', async () => {
    await expectRefused('name', ['Contoso\u202egnp.exe', 'Contoso\u2066x\u2069', '\u200fContoso', 'Con\u061ctoso'], 'invalidName', 8)
  })

  it('hides nothing [B44]', async () => {
    await expectRefused('name', ['Con\u200btoso', 'Con\ufefftoso', 'Con\u00adtoso', 'Con\u2060toso', 'Contoso\u{e0041}', 'Con\u3164toso', 'Con\u034ftoso'], 'invalidName', 8)
  })

  it('holds no control characters and no unassigned or private ones [B52]', async () => {
    await expectRefused('name', ['Con\ttoso', 'Contoso\r\nBcc: x@y.example', 'Con\u0007toso', 'Con\u0085toso', 'Con\u2028toso', 'Con\ue000toso', 'Con\u0378toso', 'Con\uffffoso'], 'invalidName', 8)
  })

  it('is no flood of marks, and no longer than a name [B47] [B59]', async () => {
    await expectRefused('name', [`Z${'\u0301'.repeat(20)}`, `C${'\u0e49'.repeat(150)}`, 'x'.repeat(201), '\u{1f468}\u200d\u{1f469}\u200d'.repeat(60), 'ab '.repeat(60)], 'invalidName', 8)
  })

  it('is something: not blanks, not signs alone [B59]', async () => {
    await expectRefused('name', ['   ', '\u00a0', '\u3000\u2003', '---', '...', '\u0301'], 'invalidName', 8)
  })

  it('of a real firm is taken and answered literally, whatever a program could read into it [B45] [B56] [B57] [B52]', async () => {
    const admin = cast.get('globalAdmin')!
    for (const text of ['Соntoso', 'Ϲontoso', 'c0ntoso', '=HYPERLINK("http://x","y")', '+cmd|A0', '@SUM(1)', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'O’Neill & Søn; "Bülow", <İstanbul>', '=?utf-8?Q?a?=', 'null', 'undefined', 'NaN', '株式会社コントソ', 'שלום בע"מ', "'; drop table tenants; --", '${7*7}{{7*7}}', '../../etc/passwd', '%00', 'ẞß ſ K']) {
      const me = await server.ask(admin, 'GET', '/me')
      const { status, body, headers } = await server.ask(admin, 'PATCH', '/me', { body: { displayName: text }, version: me.body.version })
      expect({ status, displayName: body.displayName }).toEqual({ status: 200, displayName: text.normalize('NFC') })
      expect(headers.get('content-type')).toContain('application/json')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('a mail address', () => {
  it('carries no second header [B48]', async () => {
    await expectRefused('mail', ['a@b.example\r\nBcc: x@y.example', 'a@b.example\nx', 'a\r@b.example', 'a@b.example%0d%0aBcc:x'], 'invalidMailAddress', 4)
  })

  it('is one plain address: no quotes, comments, groups, lists [B49] [B50]', async () => {
    await expectRefused('mail', ['"victim@good.example x"@evil.example', '"a b"@evil.example', 'user@example.com(x)evil.com', 'a@good.example (c)\n.evil', 'a@good.example,b@evil.example', 'a@good.example;b@evil.example', 'Ana <a@good.example>', 'group: a@good.example;', 'a@@b.example', 'a b@c.example', '.a@b.example', 'a..b@c.example', 'a.@b.example', `${'a'.repeat(65)}@b.example`, 'a@', '@b.example', 'a', '   '], 'invalidMailAddress', 4)
  })

  it('has a domain that is a name in one script, and no machine [B53]', async () => {
    await expectRefused('mail', ['a@аpple.com', 'a@localhost', 'a@127.0.0.1', 'a@[127.0.0.1]', 'a@[IPv6:::1]', 'a@-x.example', 'a@x..example', 'a@x_y.example', `a@${'x'.repeat(64)}.example`, 'a@xn--pple-43d.com', 'a@exa\u200bmple.com'], 'invalidMailAddress', 3)
  })

  it('of letters is kept as A-labels, and its spelling before the @ stays [B53] [B55]', async () => {
    const admin = cast.get('globalAdministrator')!
    for (const [typed, kept] of [['Ana.Alba+x@exämple.de', 'Ana.Alba+x@xn--exmple-cua.de'], ['ANA@EXAMPLE.COM', 'ANA@example.com']]) {
      const { version } = (await server.ask(admin, 'GET', '/organization')).body
      const { status, body } = await server.ask(admin, 'PATCH', '/organization', { body: { contactMail: typed }, version })
      expect({ status, contactMail: body.contactMail }).toEqual({ status: 200, contactMail: kept })
    }
  })
})

describe('a sign-in name', () => {
  it('is of the same plain kind [B49] [B50] [B53]', async () => {
    await expectRefused('signInName', ['"a b"@contoso.example', 'a@b@contoso.example', 'ana@', 'ana', 'ana@contoso.example\r\n', 'a%b@contoso.example', 'аna@contoso.example', 'ana@localhost', '   ', 'a\u202ena@contoso.example'], 'invalidMailAddress', 2)
  })
})

describe('a domain', () => {
  it('is a name in one script, and no machine, path or address [B53]', async () => {
    await expectRefused('domain', ['аpple.com', 'localhost', '127.0.0.1', '0x7f000001', '[::1]', 'a.example/x', 'http://a.example', 'a.example:80', 'user@a.example', '-a.example', 'a..example', '.example', 'a_b.example', `${'x'.repeat(64)}.example`, 'a .example', 'a.example\r\nx', '①②⑦.⓪.⓪.①', 'xn--pple-43d.com', '*.example', '   '], 'invalidInput', 3)
  })
})

describe('a line of a bill and a note', () => {
  it('turn no direction of reading and hold no control characters [B43] [B52]', async () => {
    await expectRefused('line', ['a\u202eb', 'a\r\nb', 'a\u0007b', 'a\u2028b'], 'invalidName', 5)
    await expectRefused('note', ['a\u202eb', 'a\u0007b', 'a\u2028b', 'a\u0085b'], 'invalidInput', 2)
  })
})

describe('a letter', () => {
  it('is refused where its link is gone, doubled or hidden among signs [B57]', async () => {
    await expectRefused('letter', ['no link at all', 'a\u202eb', 'javascript:alert(1)', '<a href="https://evil.example">here</a>', '\u200b', ''], 'draftRefused', 1)
  })
})

describe('a document', () => {
  it('holds nothing that a reader would not see [B43] [B52]', async () => {
    await expectRefused('document', ['a\u202eb', 'a\u0007b', '   '], 'invalidInput', 1)
  })
})

/** A connector's new secret is kept as it is typed: it is compared with nothing of ours. */
const isKept = ({ entry, member }: Place) => entry.path === '/operator/connectors/:id' && member === 'secret'

describe('a text that is compared', () => {
  const odd = ["' or 1=1 --", '\u202e\u200b\ufffd', '%', '_', '\\', '${jndi:ldap://x}', '%s%n', '9'.repeat(60), '__proto__', 'constructor', 'toString', '\u{1f600}'.repeat(8), 'ŀ'.repeat(9)]
  const isExport = ({ entry }: Place) => entry.path === '/customers/export' || entry.path.endsWith('/people/export')

  it('breaks nothing, whatever it is, and means nothing', async () => {
    const before = await contentHashes()
    const wrong: string[] = []
    for (const place of places.filter(isOf('compared')).filter((one) => !isExport(one) && !isKept(one))) {
      for (const text of odd) {
        const { status, body, headers } = await put(place, text)
        if (answersAnything.has(place.entry.path) && status < 300) continue
        const flaw = flawOf({ status, body, contentType: headers.get('content-type') })
        // What is asked about an invitation is answered, also to the wrong guess at a detail.
        if (flaw) wrong.push(`${actionOf(place.entry)} ${place.pointer} took ${JSON.stringify(text)}: ${flaw}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await contentHashes()).toEqual(before)
  })

  it('finds nobody in an export, which is recorded all the same', async () => {
    const compared = places.filter(isOf('compared')).filter(isExport)
    expect(compared.map(({ member }) => member).sort()).toEqual(['license', 'license', 'role', 'role', 'search', 'search', 'search', 'tag'])
    for (const place of compared) {
      for (const text of odd) {
        const { status, body } = await put(place, text)
        // What is longer than the member may be is refused before.
        expect([{ text, status: 200, lines: 2 }, { text, status: 422, lines: 1 }]).toContainEqual({ text, status, lines: String(body).split('\r\n').length })
      }
    }
  })
})
