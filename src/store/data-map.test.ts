import { describe, expect, it } from 'vitest'
import { sql } from '../../test/support/world.ts'
import { dataMap } from '../domain/personal-data/data-map.ts'

const classified = Object.entries(dataMap).flatMap(([table, { personal, plain }]) => [...personal.flatMap(({ columns }) => columns), ...plain].map((column) => `${table}.${column}`))

/** Every column of every table of ours. */
async function columnsOfSchema(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
  )
  return rows.map(({ name }) => name)
}

const unclassified = (columns: readonly string[]) => columns.filter((name) => !classified.includes(name))

/** Gone within the hour, or a fact about somebody else. */
const withoutTrace = new Set(['outside_sign_ins.person_id', 'one_time_secrets.created_by', 'erasures.erased_by'])

describe('the map of personal data', () => {
  it('has every column of the schema, once, and no other', async () => {
    const columns = await columnsOfSchema()
    expect(columns.length).toBeGreaterThan(300)
    expect(unclassified(columns)).toEqual([])
    expect(classified.filter((name) => !columns.includes(name))).toEqual([])
    expect(classified.filter((name, place) => classified.indexOf(name) !== place)).toEqual([])
  })

  it('notices a column that nobody classified', async () => {
    await sql('alter table people add column planted_birthday date')
    expect(unclassified(await columnsOfSchema())).toEqual(['people.planted_birthday'])
    await sql('alter table people drop column planted_birthday')
  })

  it('shows no secret, and only columns that are there', () => {
    for (const [table, { personal, plain, traces }] of Object.entries(dataMap)) {
      const secrets = personal.filter(({ isSecret }) => isSecret).flatMap(({ columns }) => columns)
      const known = [...personal.flatMap(({ columns }) => columns), ...plain]
      for (const { show } of traces) {
        expect(show.filter((column) => secrets.includes(column)), table).toEqual([])
        expect(show.filter((column) => !known.includes(column)), table).toEqual([])
      }
    }
  })

  it('follows every number of a person to what is theirs', () => {
    for (const [table, { personal, traces }] of Object.entries(dataMap)) {
      const numbers = personal.filter(({ subject, isSecret }) => subject === 'member' && !isSecret).flatMap(({ columns }) => columns).filter((column) => column !== 'authenticated_by' && /(_by|person_id|administrator_id)$/.test(column))
      const followed = new Set(traces.map(({ by }) => by))
      const left = numbers.filter((column) => !followed.has(column) && !withoutTrace.has(`${table}.${column}`))
      expect(left, table).toEqual([])
    }
  })
})
