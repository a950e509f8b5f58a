import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { headingOf } from './browser.ts'
import { areas } from './message-areas.ts'
import { idsOfDemo } from './demo-ids.ts'
import { doorsOf, type Ids, ofProviders } from './places.ts'
import { expectSound, stage } from './story.ts'
import { paths, type Portal } from '../../web/shared/paths.ts'

const view = { language: 'en' } as const
const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 640 }

/** Whose pages are looked at, and their role. */
const people: Record<Portal, readonly [tenant: string, role: string]> = {
  partner: ['public-direct-bill', 'globalAdmin'],
  customer: ['public-customer-related', 'globalAdministrator'],
  operator: ['operator', 'operator'],
}

/** A message that is missing shows its key; a value that is missing shows what no reader should see. */
const missing = new RegExp(String.raw`\b(?:${areas.join('|')})\.[a-z]\w+\b|\{\w+\}|\bundefined\b|\[object |\bNaN\b|Invalid Date`)

async function expectWhole(page: Page): Promise<void> {
  await headingOf(page).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  expect(await page.title()).toMatch(/^\S.* · \S/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(missing.exec(await page.locator('body').innerText())?.[0]).toBeUndefined()
}

/** What an assertion saw, which its message leaves out. */
const wordsOf = (error: unknown) => `${String(error)} ${JSON.stringify((error as { actual?: unknown }).actual ?? '')}`

/** The tests of a walk through every page of a portal, in English: wide, at 320 px and dark. Call it at the top level of a file. */
export function walk(portal: Portal): void {
  const play = stage()
  let [visitor, signedIn, provider] = [] as unknown as [Page, Page, Page]
  let ids: Ids

  beforeAll(async () => {
    visitor = await play.visit(paths[portal].signIn, view)
    signedIn = await play.signIn(play.person(...people[portal]), view)
    if (portal === 'partner') provider = await play.signIn(play.person('public-indirect-provider', 'globalAdmin'), view)
    ids = await idsOfDemo(play.product, play.demo)
  })

  it.each(doorsOf(portal).map((door) => [door.name, door] as const))('%s is whole and accessible, wide, narrow and dark', async (name, { isOpen, pathsFor }) => {
    const page = isOpen ? visitor : ofProviders.test(name) ? provider : signedIn
    const faults: string[] = []
    const addresses = pathsFor(ids)
    expect(addresses).not.toEqual([])
    for (const path of addresses) {
      for (const look of ['wide', 'narrow', 'dark'] as const) {
        await page.setViewportSize(look === 'narrow' ? narrow : wide)
        await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
        if (look === 'wide') await page.goto(path)
        await expectWhole(page).then(() => expectSound(page)).catch((error: unknown) => faults.push(`${path} ${look}: ${wordsOf(error)}`))
      }
    }
    expect(faults).toEqual([])
  })

  it('begins with few files, each compressed', async () => {
    const { url } = play.product
    const page = await (await fetch(`${url}${paths[portal].signIn}`)).text()
    const named = [...page.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!)
    expect(named.length).toBeGreaterThan(0)
    expect(named.length).toBeLessThan(8)
    const answers = await Promise.all(named.map((path) => fetch(url + path, { headers: { 'accept-encoding': 'br' } })))
    expect(answers.map(({ status, headers }) => [status, headers.get('content-encoding')])).toEqual(named.map(() => [200, 'br']))
  })

  it('an address that leads nowhere says so, signed in or not', async () => {
    for (const page of [visitor, signedIn]) {
      await page.goto(`${paths[portal].home}/no-such-page`)
      await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
      await expectWhole(page)
      await expectSound(page)
    }
  })
}
