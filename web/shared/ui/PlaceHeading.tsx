import { createContext, use, useLayoutEffect, useReducer, type ReactNode } from 'react'
import { useHiddenStyles } from './announce.tsx'

const CountContext = createContext<(change: number) => void>(() => undefined)

/**
 * Around what a frame shows: while no page has drawn its own heading (it is still loading, or could not be read),
 * the name of the place is the level-one heading for those who go by headings.
 */
export function PlaceHeading({ name, children }: { name: string; children: ReactNode }) {
  const styles = useHiddenStyles()
  const [drawn, count] = useReducer((before: number, change: number) => before + change, 0)
  return (
    <CountContext value={count}>
      {drawn === 0 && (
        <h1 data-place className={styles.hidden}>
          {name}
        </h1>
      )}
      {children}
    </CountContext>
  )
}

/** For a page's own heading: none stands in for it while it is drawn. Before the first paint, so that there are never two. */
export function useOwnHeading(): void {
  const count = use(CountContext)
  useLayoutEffect(() => {
    count(1)
    return () => count(-1)
  }, [count])
}
