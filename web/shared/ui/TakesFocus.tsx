import { makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'

const useStyles = makeStyles({ place: { ':focus': { outlineStyle: 'none' } } })

/**
 * Something that has replaced what held the focus, such as a form in place of the button that opened it: keyboard and
 * screen reader go on here, at its first field where it has one, instead of at the top of the page.
 */
export function TakesFocus({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>('input:not([hidden], [type=checkbox], [type=radio]), select, textarea')
    ;(first ?? place.current)?.focus()
  }, [])
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {children}
    </div>
  )
}
