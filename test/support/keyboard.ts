import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Tab by Tab to a control, as somebody without a mouse; on the way every stop must be visible and not covered (WCAG 2.4.7, 2.4.11). */
export async function tabTo(page: Page, target: Locator, atMost = 60): Promise<void> {
  // Whoever presses Tab before a dialog has opened stands behind it.
  await target.waitFor()
  for (let stop = 1; stop <= atMost; stop++) {
    await page.keyboard.press('Tab')
    // What has just opened may still be coming to its place.
    await expect.poll(() => hiddenStop(page), { timeout: 2_000 }).toBeUndefined()
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${String(target)} is not reached by ${atMost} presses of Tab`)
}

export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** What has the focus and cannot be seen. */
function hiddenStop(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement
    // Past the last stop the focus is with the browser itself.
    if (!element || element === document.body) return undefined
    const { left, top, width, height } = element.getBoundingClientRect()
    const shown = document.elementFromPoint(left + width / 2, top + height / 2)
    const isSeen = width > 0 && height > 0 && shown !== null && (element.contains(shown) || shown.contains(element) || (element.parentElement?.contains(shown) ?? false))
    return isSeen ? undefined : element.outerHTML.slice(0, 200)
  })
}

/** Where the reader of a page stands; nowhere while the focus is with the page as a whole, whose text would hold anything. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
}
