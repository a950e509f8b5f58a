import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerColumns, CustomerFileError, customerFileHead, customerRow, customersOfFile, type CustomerLine } from './customer-csv.ts'

const word = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom('=HYPERLINK("http://x","y")', "'=1", 'a;=1+1', '+34 600', '@SUM', 'Contoso, S.L.', 'a|b', 'c\\', 'Ñandú «商» "x"', ' blanks '))
const text = word.filter((one) => !one.includes('\0'))
const line: fc.Arbitrary<CustomerLine> = fc.record({
  customerId: fc.uuid(),
  companyName: text,
  primaryDomain: text,
  country: fc.constantFrom('ES', 'FR'),
  channels: fc.subarray(['direct', 'indirectReseller', 'indirectProvider'] as const),
  tags: fc.array(text, { maxLength: 4 }),
  privilegedServices: fc.subarray(['azure', 'office365']),
  relatedSince: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
})

describe('the file of the customer list', () => {
  it('is read back exactly as it was written [S4.L6.3]', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        expect([...customersOfFile(customerFileHead + lines.map(customerRow).join(''))]).toEqual(lines)
      }), { numRuns: 1_000 })
  })

  it('begins with a byte order mark and names id, company, domain and relationship first [S4.L6.3]', () => {
    expect([...Buffer.from(customerFileHead).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(customerColumns.slice(0, 4)).toEqual(['Tenant ID', 'Company name', 'Primary domain', 'Relationship'])
  })

  it.each([
    ['another head row', 'Id,Name\r\n', 1],
    ['a row with fewer cells', `${customerFileHead}a,b\r\n`, 2],
    ['another relationship', `${customerFileHead}id,n,d,Friend,ES,,,,2026-01-01T00:00:00.000Z\r\n`, 2],
    ['no instant', `${customerFileHead}id,n,d,Reseller,ES,,,,yesterday\r\n`, 2],
  ])('with %s is refused, and says in which row', (_what, file, row) => {
    const read = () => [...customersOfFile(file)]
    expect(read).toThrow(CustomerFileError)
    expect(read).toThrow(expect.objectContaining({ row }))
  })
})
