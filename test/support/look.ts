import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Keeps a picture of a page, wide and narrow, where somebody asked for them: STORY_LOOKS=folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_LOOKS
  if (!folder) return
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}
