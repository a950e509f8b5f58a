import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as OTPAuth from 'otpauth'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { DemoPerson, DemoReport } from '../src/application/installation/demo-report.ts'
import { headingOf } from '../test/support/browser.ts'
import { idsOfDemo } from '../test/support/demo-ids.ts'
import { letExpire } from '../test/support/demo-database.ts'
import { ofProviders, placesOf } from '../test/support/places.ts'
import { type Product, startDemo } from '../test/support/product.ts'
import { callAs } from '../test/support/program.ts'
import { browserPath } from './system-parts.ts'

/**
 * Every page of every portal, in both languages, wide, narrow and dark, with the demo's believable and awkward data:
 * screenshots/<language>/<look>/<portal>-<page>.png. For eyes, not for comparison by a machine. Words behind the command take
 * only the pages whose names hold one of them, and leave the other pictures.
 */
const folder = resolve('screenshots')
const words = process.argv.slice(2)

const looks = {
  wide: { width: 1280, height: 900, colorScheme: 'light' },
  narrow: { width: 320, height: 720, colorScheme: 'light' },
  dark: { width: 1280, height: 900, colorScheme: 'dark' },
} as const

const locales = { es: 'es-ES', en: 'en-GB' } as const

interface Shot {
  readonly name: string
  readonly path: string
  /** who looks; undefined for somebody who is not signed in */
  readonly by: DemoPerson | undefined
  /** what has to be pressed before there is something to see */
  readonly act?: (page: Page) => Promise<void>
}

const { product, demo } = await startDemo()
const browser = await chromium.launch({ executablePath: browserPath()!, args: ['--no-sandbox', '--disable-gpu'] })
try {
  if (words.length === 0) await rm(folder, { recursive: true, force: true })
  const all = [...(await everyPage(product, demo)), ...(await awkwardPages(product, demo)), ...(await failurePages(product, demo))]
  const shots = words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)))
  await take(shots)
  process.stdout.write(`${shots.length * 2 * Object.keys(looks).length} pictures are in ${folder}\n`)
} finally {
  await browser.close()
  await product.stop()
}

/** Signs in once and looks in both languages. */
async function take(shots: readonly Shot[]): Promise<void> {
  for (const person of new Set(shots.map(({ by }) => by))) {
    const storageState = person && (await signIn(browser, product, person))
    for (const [language, locale] of Object.entries(locales)) {
      const context = await browser.newContext({ baseURL: product.url, locale, timezoneId: 'Europe/Madrid', ...(storageState && { storageState }) })
      const page = await context.newPage()
      for (const shot of shots.filter(({ by }) => by === person)) await takeLooks(page, shot, language)
      await context.close()
    }
  }
}

async function takeLooks(page: Page, { name, path, act }: Shot, language: string): Promise<void> {
  for (const [look, { width, height, colorScheme }] of Object.entries(looks)) {
    const file = join(folder, language, look, `${name}.png`)
    await mkdir(dirname(file), { recursive: true })
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(path)
    await headingOf(page).first().waitFor()
    await page.waitForLoadState('networkidle')
    await act?.(page)
    await page.screenshot({ path: file, fullPage: true })
  }
}

async function signIn(from: Browser, { url }: Product, person: DemoPerson) {
  const context = await from.newContext({ baseURL: url })
  const page = await context.newPage()
  await page.goto({ partner: '/partner/sign-in', customer: '/admin/sign-in', operator: '/operator/sign-in' }[person.portal])
  await page.locator('input[autocomplete="username"]').fill(person.userPrincipalName)
  await page.locator('input[type="password"]').fill(person.password)
  await page.keyboard.press('Enter')
  const code = page.locator('input[autocomplete="one-time-code"]')
  await code.waitFor()
  await code.fill(new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(person.totpSecret) }).generate())
  await page.keyboard.press('Enter')
  await code.waitFor({ state: 'detached' })
  const state = await context.storageState()
  await context.close()
  return state
}

function personOf({ people }: DemoReport, key: string, role?: string): DemoPerson {
  return people.find((person) => person.tenantKey === key && (role === undefined || person.role === role))!
}

/** The pages of the site map, with what a busy direct partner, its first customer and the operator see there. */
async function everyPage(at: Product, report: DemoReport): Promise<Shot[]> {
  const people = { partner: personOf(report, 'public-direct-bill'), customer: personOf(report, 'public-customer-related'), operator: personOf(report, 'operator') }
  const provider = personOf(report, 'public-indirect-provider', 'globalAdmin')
  const seen = new Map<string, number>()
  return placesOf(await idsOfDemo(at, report)).map(({ portal, name, path, isOpen }) => {
    const count = (seen.get(`${portal}-${name}`) ?? 0) + 1
    seen.set(`${portal}-${name}`, count)
    return { name: `${portal}-${name}${count > 1 ? `-${count}` : ''}`, path, by: isOpen ? undefined : ofProviders.test(name) ? provider : people[portal] }
  })
}

/** Names that try a page, other clouds and their skins, dialogs, lists without anything in them. */
async function awkwardPages(at: Product, report: DemoReport): Promise<Shot[]> {
  const partner = personOf(report, 'public-direct-bill')
  const customer = personOf(report, 'public-customer-related')
  const hard = await Promise.all(
    ['Sociedad Cooperativa', 'مؤسسة', '<b>Negrita'].map(async (search) => {
      const { items } = await callAs<{ items: { customerId: string }[] }>(at, partner, 'GET', `/customers?search=${encodeURIComponent(search)}`)
      return { search, id: items[0]!.customerId }
    }),
  )
  const clouds = ['usGov', 'germany', 'china'].flatMap((cloud): Shot[] => [
    { name: `cloud-${cloud}-customers`, path: '/partner/customers', by: personOf(report, `${cloud}-direct-bill`) },
    { name: `cloud-${cloud}-newRequest`, path: '/partner/requests/new', by: personOf(report, `${cloud}-direct-bill`) },
    { name: `cloud-${cloud}-partnerLink`, path: '/partner/partner-link', by: personOf(report, `${cloud}-direct-bill`) },
    { name: `cloud-${cloud}-partners`, path: '/admin/partners', by: personOf(report, `${cloud}-customer-related`) },
  ])
  return [
    ...hard.flatMap(({ search, id }, index): Shot[] => [
      { name: `awkward-list-${index}`, path: `/partner/customers?search=${encodeURIComponent(search)}`, by: partner, act: expandFirst },
      { name: `awkward-account-${index}`, path: `/partner/customers/${id}/account`, by: partner },
      { name: `awkward-removal-${index}`, path: `/partner/customers/${id}/removal`, by: partner },
    ]),
    { name: 'awkward-nothing-found', path: '/partner/customers?search=zzzzzz', by: partner },
    { name: 'awkward-no-such-page', path: '/partner/no-such-page', by: partner },
    { name: 'awkward-no-such-customer', path: `/partner/customers/${crypto.randomUUID()}/account`, by: partner },
    { name: 'dialog-invite', path: '/partner/settings/people', by: partner, act: press(/^(Invitar a una persona|Invite)/) },
    { name: 'dialog-remove-privileges', path: `/admin/partners/${partner.tenantId}`, by: customer, act: press(/^(Quitar administrador delegado|Remove delegated admin)/) },
    { name: 'role-helpdesk-customers', path: '/partner/customers', by: personOf(report, 'public-direct-bill', 'helpdeskAgent') },
    { name: 'role-user-partners', path: '/admin/partners', by: personOf(report, 'public-customer-related', 'user') },
    { name: 'empty-partners', path: '/admin/partners', by: personOf(report, 'public-customer-unrelated', 'billingAdministrator') },
    { name: 'empty-agreements', path: '/admin/agreements', by: personOf(report, 'public-customer-unrelated', 'billingAdministrator') },
    ...clouds,
  ]
}

/** One link in every state it can be in. */
async function failurePages(at: Product, report: DemoReport): Promise<Shot[]> {
  const agent = personOf(report, 'public-direct-bill', 'adminAgent')
  const [chief, clerk, stranger] = [personOf(report, 'public-customer-unrelated'), personOf(report, 'public-customer-unrelated', 'billingAdministrator'), personOf(report, 'public-customer-related')]
  const { primaryDomain: domain } = report.tenants.find(({ key }) => key === 'public-customer-unrelated')!
  const ask = async () => {
    const { id } = await callAs<{ id: string }>(at, agent, 'POST', '/relationship-requests', { kind: 'establish', language: 'es', customer: { domain } })
    const { link } = await callAs<{ link: string }>(at, agent, 'GET', `/relationship-requests/${id}?link=shown`)
    return { id, path: link.replace(at.url, '') }
  }
  const [open, late, withdrawn] = [await ask(), await ask(), await ask()]
  await letExpire(at, late.id)
  await callAs(at, agent, 'POST', `/relationship-requests/${withdrawn.id}/withdrawal`, {})
  return [
    { name: 'invitation-visitor', path: open.path, by: undefined },
    { name: 'invitation-offer', path: open.path, by: chief },
    { name: 'invitation-decline', path: open.path, by: chief, act: press(/^(Rechazar|Decline)/) },
    { name: 'invitation-wrong-role', path: open.path, by: clerk },
    { name: 'invitation-wrong-account', path: open.path, by: stranger },
    { name: 'invitation-expired', path: late.path, by: chief },
    { name: 'invitation-withdrawn', path: withdrawn.path, by: chief },
    { name: 'invitation-altered', path: open.path.replace('DAP=true', 'DAP=false'), by: chief },
    { name: 'invitation-unknown', path: open.path.slice(0, -9), by: undefined },
  ]
}

function press(name: RegExp) {
  return async (page: Page) => {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.waitForLoadState('networkidle')
  }
}

async function expandFirst(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Mostrar los detalles|Show the details|Show details)/ }).first().click()
  await page.waitForLoadState('networkidle')
}
