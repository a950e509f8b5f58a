import { makeStyles } from '@fluentui/react-components'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(message: string) => void>(() => undefined)

export const useHiddenStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    padding: 0,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
    border: 0,
  },
})

/** For readers that hear the page: one polite region that outlives every page. */
export function AnnounceProvider({ children }: { children: ReactNode }) {
  const styles = useHiddenStyles()
  const [said, setSaid] = useState({ text: '', count: 0 })
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={styles.hidden}>
        {/* The same words twice must be heard twice, so each saying is its own element. */}
        <span key={said.count}>{said.text}</span>
      </div>
    </AnnounceContext>
  )
}

export const useAnnounce = (): ((message: string) => void) => use(AnnounceContext)

/** Text for those who hear the page and not for those who see it. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={useHiddenStyles().hidden}>{children}</span>
}
