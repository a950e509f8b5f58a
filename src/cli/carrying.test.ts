import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typed } from '../../test/support/command-line.ts'
import { databaseOf, dropDatabasesAfterwards } from '../../test/support/product-database.ts'
import { type Product, startProduct } from '../../test/support/product.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import { CustomersFileError, linesOfCustomersFile } from '../application/operator/customers-file.ts'
import type { ImportReport } from '../application/operator/import-customers.ts'
import { customersOf } from '../../test/support/customers-file.ts'

/** `vinculo export` beside a running server, `vinculo import` into another installation where none runs. */
const root = mkdtempSync(join(tmpdir(), 'vinculo-carrying-'))
const [from, to] = [join(root, 'from'), join(root, 'to')]
const file = join(root, 'customers.csv')
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

let product: Product
let demo: DemoReport

beforeAll(async () => {
  product = await startProduct({ folder: from, env: await databaseOf(from) })
  demo = await product.command<DemoReport>('demo')
}, 60_000)
afterAll(() => product.stop())

const there = async (...args: string[]) => typed(to, args, await databaseOf(to))
const report = (stdout: string) => JSON.parse(stdout) as ImportReport
const write = (name: string, text: string | Buffer) => {
  writeFileSync(join(root, name), text)
  return join(root, name)
}

describe('vinculo export', () => {
  it('writes every active customer with its partners, for the owner alone, never over another file', async () => {
    const exported = await product.command<{ customers: number; bytes: number }>('export', '--to', file)
    const lines = customersOf(readFileSync(file, 'utf8'))
    expect(lines).toHaveLength(exported.customers)
    expect(exported.bytes).toBe(statSync(file).size)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const known = demo.tenants.find(({ kinds, relatedWith, cloud }) => kinds.includes('customer') && relatedWith !== null && cloud === 'public')!
    const partner = demo.tenants.find(({ key }) => key === known.relatedWith)!
    expect(lines.find(({ id }) => id === known.id)).toMatchObject({ name: known.name, cloud: 'public', primaryDomain: known.primaryDomain, partnerDomains: expect.arrayContaining([partner.primaryDomain]) })
    const again = await typed(from, ['export', '--to', file])
    expect([again.code, again.stderr]).toEqual([3, expect.stringContaining(file)])
    expect((await typed(from, ['export', '--to', '/nowhere/x.csv'])).code).toBe(3)
    expect((await typed(from, ['export'])).code).toBe(2)
  })
})

describe('vinculo import', () => {
  /** Head and the customers whose administrators can be invited, so many of them. */
  const some = (count: number) => {
    const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    const lines = customersOf(readFileSync(file, 'utf8'))
    const whole = rows.filter((_, at) => lines[at]!.admin.mail !== '' && lines[at]!.partnerDomains.length > 0).slice(0, count)
    return write('some.csv', [head, ...whole, ''].join('\r\n'))
  }

  it('where a server runs finds everybody here already, and changes nothing', async () => {
    const before = await product.command('status')
    const imported = report((await typed(from, ['import', '--from', some(3), '--json'])).stdout)
    expect(imported).toMatchObject({ created: 0, present: 3, refused: 0 })
    expect(await product.command('status')).toEqual(before)
  })

  it('checks everything and keeps nothing with --dry-run', { timeout: 60_000 }, async () => {
    const tried = await there('import', '--from', some(3), '--dry-run')
    expect(tried).toMatchObject({ code: 0, stderr: '' })
    expect(tried.stdout).toMatch(/row 2 {2}created {2}\S+ {2}to be asked by \S+(, \S+)*\n[^]*Nothing was kept\. 3 would be created, 0 here already, 0 refused\.\nRelationships are not formed/)
    expect(JSON.parse((await there('status', '--json')).stdout)).toMatchObject({ counts: { customers: 0, people: 0, mailsHeld: 0 } })
  })

  it('creates with the same ids, once, and forms no relationship', { timeout: 60_000 }, async () => {
    const path = some(3)
    const lines = customersOf(readFileSync(path, 'utf8'))
    const first = await there('import', '--from', path, '--json')
    expect(first.code).toBe(0)
    expect(report(first.stdout)).toMatchObject({ isDryRun: false, created: 3, rows: lines.map(({ id, partnerDomains }) => ({ tenantId: id, outcome: 'created', partnersToAsk: partnerDomains })) })
    expect(report((await there('import', '--from', path, '--json')).stdout)).toMatchObject({ created: 0, present: 3, refused: 0 })
    const back = join(root, 'back.csv')
    expect((await there('export', '--to', back)).code).toBe(0)
    expect(customersOf(readFileSync(back, 'utf8'))).toEqual(lines.map((line) => ({ ...line, partnerDomains: [] })).sort((one, other) => (one.id! < other.id! ? -1 : 1)))
  })

  it('refuses row by row, says why, and takes the rest', { timeout: 60_000 }, async () => {
    const head = readFileSync(file, 'utf8').split('\r\n')[0]
    const row = (domain: string, changes: Partial<Record<'id' | 'country' | 'cloud' | 'mail' | 'name', string>> = {}) =>
      [changes.id ?? '', changes.name ?? 'Cliente, S.A.', changes.cloud ?? 'public', changes.country ?? 'ES', domain, 'es', 'Europe/Madrid', 'Bea Dos', `bea@${domain}`, changes.mail ?? 'bea@correo.example', ''].map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')
    const taken = customersOf(readFileSync(join(root, 'some.csv'), 'utf8'))[0]!
    const path = write('mixed.csv', [head, row('bueno.example'), row('lejos.example', { country: 'KP' }), row('bueno.example'), row('correo.example', { mail: 'nobody' }), row('otro.example', { id: taken.id! }), row('nube.example', { cloud: 'nowhere' }), row(taken.primaryDomain, { cloud: taken.cloud, id: '11111111-1111-4111-8111-111111111111' }), row('bidi.example', { name: 'Con\u202etoso' }), row('ultimo.example')].join('\n'))
    for (const dry of [['--dry-run'], []]) {
      const ran = await there('import', '--from', path, '--json', ...dry)
      expect(ran.code).toBe(1)
      expect(report(ran.stdout).rows.map(({ row: at, outcome, code }) => [at, outcome, code])).toEqual([
        [2, 'created', null],
        [3, 'refused', 'invalidInput/countryOutsideCloud'],
        [4, 'refused', 'alreadyExists/repeatedInFile'],
        [5, 'refused', expect.stringMatching(/^invalidMailAddress/)],
        [6, 'refused', 'alreadyExists/tenantIdTaken'],
        [7, 'refused', 'invalidInput/cloudUnknown'],
        [8, 'refused', 'alreadyExists/domainTaken'],
        [9, 'refused', expect.stringMatching(/^invalidName/)],
        [10, 'created', null],
      ])
    }
  })

  it.each([
    ['an empty file', '', /is empty/],
    ['another head row', 'Name,Mail\n', /head row has to be: Tenant ID,Company name/],
    ['semicolons', readSemicolons, /head row/],
    ['an open quote', (text: string) => `${text}"half`, /Row \d+, column 1 is no CSV \(quoteOpen\)/],
    ['a cell too few', (text: string) => `${text}a,b\r\n`, /cells instead of 11/],
    ['a NUL', (text: string) => `${text}a\0b,`, /\(nul\)/],
    ['an ID that is none', (text: string) => `${text}x,,,,,,,,,,\r\n`, /Row 2: the tenant ID is a GUID/],
  ] as const)('takes %s for no file, and says where', (_what, made, sentence) => {
    const head = `${readFileSync(file, 'utf8').split('\r\n')[0]}\r\n`
    const read = () => linesOfCustomersFile(typeof made === 'function' ? made(head) : made)
    expect(read).toThrow(CustomersFileError)
    expect(read).toThrow(sentence)
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFTenant ID', 'utf16le'), /is not UTF-8|head row/],
    ['a long line', `Tenant ID${'x'.repeat(5_000_000)}`, /4 MB at most/],
  ] as const)('imports nothing from %s', async (_what, made, sentence) => {
    const ran = await there('import', '--from', write('broken.csv', made), '--dry-run')
    expect([ran.code, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toMatch(sentence)
  })

  it('is named by the help and completed', async () => {
    for (const name of ['export', 'import', 'bench']) expect((await there(name, '--help')).code).toBe(0)
    const { stdout } = await there('completion', 'bash')
    expect(stdout).toMatch(/'import'\) words='--from --dry-run --json --help'/)
    expect(stdout).toMatch(/'export'\) words='--to --json --help'/)
  })
})

function readSemicolons(head: string): string {
  return head.replaceAll(',', ';')
}
