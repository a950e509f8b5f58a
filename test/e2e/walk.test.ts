import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { areas } from '../support/message-areas.ts'
import { idsOfDemo } from '../support/demo-ids.ts'
import { ofProviders, type Place, placesOf } from '../support/places.ts'
import { expectSound, stage } from '../support/story.ts'
import type { Portal } from '../../web/shared/paths.ts'

/** Every page of every portal, in English: wide, at 320 px and dark. */
const play = stage()
const view = { language: 'en' } as const
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 640 }

let visitor: Page
const signedIn = {} as Record<Portal, Page>
let provider: Page
let places: readonly Place[]

beforeAll(async () => {
  visitor = await play.visit('/partner/sign-in', view)
  signedIn.partner = await play.signIn(play.person('public-direct-bill', 'globalAdmin'), view)
  provider = await play.signIn(play.person('public-indirect-provider', 'globalAdmin'), view)
  signedIn.customer = await play.signIn(play.person('public-customer-related', 'globalAdministrator'), view)
  signedIn.operator = await play.signIn(play.person('operator', 'operator'), view)
  places = placesOf(await idsOfDemo(play.product, play.demo))
})

/** A message that is missing shows its key; a value that is missing shows what no reader should see. */
const missing = new RegExp(String.raw`\b(?:${areas.join('|')})\.[a-z]\w+\b|\{\w+\}|\bundefined\b|\[object |\bNaN\b|Invalid Date`)

async function expectWhole(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  expect(await page.title()).toMatch(/^\S.* · \S/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(missing.exec(await page.locator('body').innerText())?.[0]).toBeUndefined()
}

/** What an assertion saw, which its message leaves out. */
const wordsOf = (error: unknown) => `${String(error)} ${JSON.stringify((error as { actual?: unknown }).actual ?? '')}`

describe.each(['partner', 'customer', 'operator'] as const)('the pages of the portal %s', (portal) => {
  it.each(['open', 'signed in'])('those that are %s are whole and accessible, wide, narrow and dark', { timeout: 240_000 }, async (door) => {
    const faults: string[] = []
    for (const { path, name, isOpen } of places.filter((place) => place.portal === portal)) {
      if (isOpen !== (door === 'open')) continue
      const page = isOpen ? visitor : ofProviders.test(name) ? provider : signedIn[portal]
      for (const look of ['wide', 'narrow', 'dark'] as const) {
        await page.setViewportSize(look === 'narrow' ? narrow : wide)
        await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
        if (look === 'wide') await page.goto(path)
        await expectWhole(page).then(() => expectSound(page)).catch((error: unknown) => faults.push(`${name} ${path} ${look}: ${wordsOf(error)}`))
      }
    }
    expect(faults).toEqual([])
  })
})

it('an address that leads nowhere says so, signed in or not', async () => {
  for (const page of [visitor, signedIn.partner, signedIn.customer, signedIn.operator]) {
    const portal = new URL(page.url()).pathname.split('/')[1]!
    await page.goto(`/${portal}/no-such-page`)
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
    await expectWhole(page)
    await expectSound(page)
  }
})
