import { describe, expect, it } from 'vitest'
import { checklist, proofsOf, type RanTest, readRows } from './seed-checklist.ts'

const rows = readRows('id\towner\trequirement\nS0.1\tcore\tone\nS0.12\tcore\ttwelve\nS0.3\teditorial\theading\nS9.1\tadmin\tlater\n')
const test = (title: string, passed = true): RanTest => ({ title, file: 'src/http/x.test.ts', passed })

describe('the seed checklist', () => {
  it('counts a row as proved only by a passed test that names it', () => {
    expect(proofsOf(rows[0]!, [test('a [S0.1]')])).toHaveLength(1)
    expect(proofsOf(rows[0]!, [test('a [S0.1]', false), test('b [S0.12]'), test('c S0.1')])).toHaveLength(0)
    expect(proofsOf(rows[0]!, [test('a [S0.12, S0.1]')])).toHaveLength(1)
  })

  it('names core rows without a proof and leaves later capabilities open', () => {
    const { unproved, page } = checklist(rows, [test('a [S0.12]')])
    expect(unproved.map(({ id }) => id)).toEqual(['S0.1'])
    expect(page).toMatch(/\| S9\.1 \| later \| open \| admin \|/)
    expect(page).toMatch(/\| S0\.3 \| heading \| – \|/)
  })

  it('finds marks that are no row', () => {
    expect(checklist(rows, [test('a [S0.99]')]).unknownMarks).toEqual(['S0.99'])
  })
})
