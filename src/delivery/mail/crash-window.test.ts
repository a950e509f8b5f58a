import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../test/support/free-port.ts'
import { type Product, startProduct } from '../../../test/support/product.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from '../../../test/support/product-database.ts'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'

const partner = (name: string) => [
  'partner', 'enrol', '--name', `Firma ${name}, S.L.`, '--country', 'ES', '--domain', `${name}.example`, '--admin-name', 'Ana', '--admin-user', `ana@${name}.example`,
  '--admin-mail', `ana@${name}-correo.example`, '--kinds', 'directBill', '--programme-id', '7',
]

dropDatabasesAfterwards()

describe('a product that is killed while it mails', () => {
  let folder: string
  let smtp: TestSmtpServer
  let product: Product
  let settings: { folder: string; port: number; env: Record<string, string> }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinculo-crash-'))
    smtp = await testSmtpServer()
    settings = { folder, port: await freePort(), env: { SMTP_URL: smtp.url, ...(await databaseOf(folder)) } }
    product = await startProduct(settings)
  }, 60_000)
  afterAll(async () => {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const kill = async () => {
    const gone = new Promise((resolve) => product.process.once('exit', resolve))
    product.process.kill('SIGKILL')
    await gone
  }
  const mailTo = (name: string) => smtp.arrived.filter(({ to }) => to[0] === `ana@${name}-correo.example`)

  it('after the receiver said 250 and before it was noted sends it once more, with the same Message-ID', async () => {
    const eyes = await lookInto(folder)
    const answered = new Promise<void>((resolve) => {
      smtp.beforeReply = async () => {
        await eyes.query('begin')
        // Whoever notes the mail as sent waits here, so the kill below falls into the window for certain.
        await eyes.query('select from mails for update')
      }
      smtp.afterReply = () => resolve()
    })
    await product.command(...partner('uno'))
    await answered
    smtp.beforeReply = () => undefined
    const waiting = async () => {
      // Within a transaction what is going on is looked at once and remembered.
      await eyes.query('select pg_stat_clear_snapshot()')
      return (await eyes.query("select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%mails%'")).rows[0].waiting as number
    }
    await expect.poll(waiting).toBeGreaterThan(0)
    await kill()
    await eyes.query('rollback')
    product = await startProduct(settings)
    await expect.poll(async () => (await eyes.query('select status from mails')).rows, { timeout: 15_000 }).toEqual([{ status: 'sent' }])
    await eyes.end()
    const ids = mailTo('uno').map(({ parsed }) => parsed.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  }, 60_000)

  it('before the receiver answered loses nothing either', async () => {
    const taken = new Promise<void>((resolve) => {
      smtp.beforeReply = async () => {
        resolve()
        await new Promise((passed) => product.process.once('exit', passed))
      }
    })
    await product.command(...partner('dos'))
    await taken
    await kill()
    smtp.beforeReply = () => undefined
    product = await startProduct(settings)
    await expect.poll(() => mailTo('dos').length, { timeout: 15_000 }).toBe(2)
    expect(new Set(mailTo('dos').map(({ parsed }) => parsed.messageId)).size).toBe(1)
  }, 60_000)
})
