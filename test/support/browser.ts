import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Route } from 'playwright-core'
import { expect } from 'vitest'
import { browserPath } from '../../scripts/system-parts.ts'
import { atFileEnd } from './file-end.ts'

// No page lives long enough to earn back what its optimizing compiler costs.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--no-turbofan']

/** SLOW_LINE=milliseconds: every answer takes up to so long, which finds stories that look before the page is there. */
const slowLine = Number(process.env.SLOW_LINE ?? 0)

/** One for all files of this process; it ends with the process. */
let browser: Promise<Browser> | undefined

export interface View {
  language?: 'es' | 'en'
  width?: number
  height?: number
  dark?: boolean
  timezone?: string
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** what the page did that it never may: content blocked by the policy, errors, requests to third parties */
  readonly offences: string[]
}

/** A browser of its own for one person: cookies and storage of nobody else. */
export async function openBrowser(url: string, view: View = {}): Promise<Visitor> {
  browser ??= chromium.launch({ executablePath: browserPath()!, headless: true, args: flags })
  const context = await (await browser).newContext({
    baseURL: url,
    locale: view.language === 'en' ? 'en-GB' : 'es-ES',
    viewport: { width: view.width ?? 1280, height: view.height ?? 900 },
    colorScheme: view.dark ? 'dark' : 'light',
    timezoneId: view.timezone ?? 'Europe/Madrid',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  atFileEnd(() => context.close())
  if (slowLine) await context.route('**/*', slowly)
  const offences: string[] = []
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    const text = message.text()
    // A refused request is what many stories are about; the browser reports it as an error of its own.
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) offences.push(text)
  })
  page.on('pageerror', (error) => offences.push(String(error)))
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).host !== new URL(url).host) offences.push(`asked ${request.url()}`)
  })
  return { page, context, offences }
}

async function slowly(route: Route): Promise<void> {
  await new Promise((passed) => setTimeout(passed, Math.random() * slowLine))
  // A page that was left meanwhile waits for nothing.
  await route.fallback().catch(() => undefined)
}

/** The heading that the page itself has drawn: it is read then. (Until it is, the name of the place stands in for it, unseen.) */
export function headingOf(page: Page): Locator {
  return page.locator('main h1:not([data-place])')
}

/** 0 violations of WCAG 2.2 AA in the state the page is in. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  // Once for each document: half a megabyte takes as long to read as a small page to check.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run
    // Only what is wrong is described, without the style sheets, which none of these rules reads: a quarter less for each check.
    const { violations: found } = await run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], selectors: false, preload: { assets: ['media'] } })
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`).join(' | ')}`)
  })
  expect(violations).toEqual([])
}

/** Colours on their way from one look to the other are nobody's colours. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = () => document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    do {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      await Promise.allSettled(ending().map(({ finished }) => finished))
    } while (ending().some(({ playState }) => playState === 'running'))
  })
}

/** No sideways scrolling at the width the page has. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
}
