import * as OTPAuth from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { DemoPerson, DemoReport } from '../../src/application/installation/demo-report.ts'
import { expectAccessible, expectNoSidewaysScroll, headingOf, openBrowser, type View, type Visitor } from './browser.ts'
import { type Product, startProduct } from './product.ts'

/** A product with demo data of its own (a copy of what the run filled) for one story file, and people who come to it with browsers of their own. */
export interface Stage {
  readonly product: Product
  readonly demo: DemoReport
  /** a demo person by the key of the tenant and the role */
  person(tenantKey: string, role: string): DemoPerson
  /** signs in through the page, as people do, and stays on the portal's start page */
  signIn(person: DemoPerson, view?: View): Promise<Page>
  /** somebody who is not signed in */
  visit(path: string, view?: View): Promise<Page>
  /** signs in on the page that is open now */
  enterCredentials(page: Page, person: DemoPerson): Promise<void>
  /** the code of the moment */
  codeOf(person: DemoPerson): string
}

/** The product as `npm start` leaves it: nobody is set up, and the set-up code stands on the terminal. */
export function emptyStage(): Stage {
  const nobody: DemoReport = { urls: { partner: '', customer: '', operator: '', mailbox: '', api: '', openapi: '' }, tenants: [], people: [] }
  return stageOf(async () => ({ product: await startProduct(), demo: nobody }))
}

export function stage(env: Record<string, string> = {}): Stage {
  return stageOf(async () => {
    const { folder, url, report } = inject('demo')
    const product = await startProduct({ copyOf: folder, env })
    return { product, demo: JSON.parse(JSON.stringify(report).replaceAll(url, product.url)) as DemoReport }
  })
}

function stageOf(start: () => Promise<{ product: Product; demo: DemoReport }>): Stage {
  let started: { product: Product; demo: DemoReport }
  const visitors: Visitor[] = []
  const usedCodes = new Map<string, string>()
  beforeAll(async () => {
    started = await start()
  })
  afterAll(async () => {
    const offences = visitors.flatMap((visitor) => visitor.offences)
    await Promise.all(visitors.map(({ context }) => context.close()))
    await started.product.stop()
    expect(offences).toEqual([])
  })
  // STORY_PICTURES=folder: what every page showed when a story failed.
  afterEach(async ({ task }) => {
    const folder = process.env.STORY_PICTURES
    if (!folder || task.result?.state !== 'fail') return
    await Promise.all(visitors.map(({ page }, at) => page.screenshot({ path: `${folder}/${at}.png`, fullPage: true }).catch(() => undefined)))
  })
  const open = async (view?: View) => {
    const visitor = await openBrowser(started.product.url, view)
    visitors.push(visitor)
    return visitor.page
  }
  const codeOf = (person: DemoPerson) => new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(person.totpSecret) }).generate()
  const enterCredentials = async (page: Page, person: DemoPerson) => {
    await page.locator('input[autocomplete="username"]').fill(person.userPrincipalName)
    await page.locator('input[type="password"]').fill(person.password)
    await page.keyboard.press('Enter')
    const code = page.locator('input[autocomplete="one-time-code"]')
    const arrived = page.getByRole('navigation').first()
    await code.or(arrived).first().waitFor()
    if (await code.isVisible()) {
      await code.fill(await freshCode(person))
      await page.keyboard.press('Enter')
      await code.waitFor({ state: 'detached' })
    }
  }
  /** A code counts once: who signs in again within the same half minute waits for the next, as people do. */
  const freshCode = async (person: DemoPerson) => {
    for (;;) {
      const code = codeOf(person)
      if (usedCodes.get(person.id) !== code) {
        usedCodes.set(person.id, code)
        return code
      }
      await new Promise((passed) => setTimeout(passed, 500))
    }
  }
  return {
    get product() {
      return started.product
    },
    get demo() {
      return started.demo
    },
    person(tenantKey, role) {
      const found = started.demo.people.find((person) => person.tenantKey === tenantKey && person.role === role)
      if (!found) throw new Error(`the demo has no ${role} at ${tenantKey}`)
      return found
    },
    async signIn(person, view) {
      const page = await open(view)
      await page.goto({ partner: '/partner/sign-in', customer: '/admin/sign-in', operator: '/operator/sign-in' }[person.portal])
      await enterCredentials(page, person)
      await headingOf(page).waitFor()
      return page
    },
    async visit(path, view) {
      const page = await open(view)
      await page.goto(path)
      return page
    },
    enterCredentials,
    codeOf,
  }
}

/** The state a page is in: accessible, and no wider than its window. */
export async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}
