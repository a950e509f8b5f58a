import { useEffect, useState } from 'react'

/**
 * Stands inside a dialog that no trigger of its own has opened. When the dialog is gone, the page can be heard again and
 * the focus goes back to where it was; if that is gone as well, to the heading of the page.
 */
export function FocusReturn() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      void setTimeout(() => {
        showPage()
        giveBack(before)
      }),
    [before],
  )
  return null
}

/**
 * While a dialog is open, Fluent hides all the rest from those who hear the page. Where the dialog was the last thing on
 * the page that manages focus, the manager leaves together with it and forgets to undo that.
 */
function showPage(): void {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
  for (const element of document.body.children) {
    if (!element.hasAttribute('data-tabster-dummy')) element.removeAttribute('aria-hidden')
  }
}

function giveBack(before: Element | null): void {
  if (document.activeElement !== document.body) return
  const goal = before?.isConnected && before !== document.body ? before : document.querySelector('main h1')
  if (goal instanceof HTMLElement) goal.focus({ preventScroll: goal !== before })
}
