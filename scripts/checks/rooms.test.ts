import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { budgetOf } from './budgets.ts'
import { wallsBroken } from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')
const planted: string[] = []

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  planted.push(folder)
  for (const [path, text] of Object.entries({ 'src/domain/a.ts': '', 'web/shared/a.ts': '', ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

afterEach(() => planted.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

describe('the rooms', () => {
  it('are entered through their doors only', () => {
    expect(wallsBroken(root)).toEqual([])
  })

  it.each([
    ['src/domain/clouds/x.ts', "import { db } from '../../store/database.ts'", /domain enters store/],
    ['src/domain/x.ts', "import { randomUUID } from 'node:crypto'", /imports nothing outside/],
    ['src/domain/x.ts', 'export const at = Date.now()', /domain uses Date\.now/],
    ['src/http/x.ts', "import {\n  db,\n} from '../store/database.ts'", /http enters store/],
    ['web/partner/x.ts', "import { page } from '../customer/page.ts'", /web\/partner enters web\/customer/],
    ['web/shared/ui/x.ts', "import { call } from '../api/client.ts'", /knows neither router nor API/],
    ['web/partner/x.ts', "import { route } from '../../src/http/portal/customers.ts'", /types of the API only/],
  ])('a planted wall break in %s is found', (path, text, found) => {
    expect(wallsBroken(plant({ [path]: text })).join('\n')).toMatch(found)
  })
})

describe('the sizes of files', () => {
  it('in src stay within the budget', () => {
    expect(budgetOf(root, 'src').broken).toEqual([])
  })

  it('in web stay within the budget', () => {
    expect(budgetOf(root, 'web', 120).broken).toEqual([])
  })

  it('over the hard stop are found', () => {
    expect(budgetOf(plant({ 'src/big.ts': 'x\n'.repeat(400) }), 'src').broken.join()).toMatch(/big\.ts has 401 lines/)
  })
})
