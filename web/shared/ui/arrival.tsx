import { createContext, use, useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'

type Arrival = { place: string; productName: string }

const ArrivalContext = createContext<Arrival | null>(null)

export function ArrivalProvider({ place, productName, children }: Arrival & { children: ReactNode }) {
  const arrival = useMemo(() => ({ place, productName }), [place, productName])
  return <ArrivalContext value={arrival}>{children}</ArrivalContext>
}

/** Where the reader was greeted last. It outlives the frames: signing in changes the frame and is still an arrival. */
let greetedAt: string | null = null

/**
 * For the heading of a page: names the browser's tab, and takes the focus when the reader comes from another page,
 * or when a step of the same page has replaced the one that held the focus, so that keyboard and screen reader go on
 * at the top of what is new. The first page keeps the browser's own focus.
 */
export function useArrival(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrival = use(ArrivalContext)

  useEffect(() => {
    document.title = arrival ? `${title} · ${arrival.productName}` : title
  }, [title, arrival])

  useEffect(() => {
    if (!arrival) return
    const last = greetedAt
    const isFocusLost = document.activeElement === document.body
    greetedAt = arrival.place
    if (last === null || (last === arrival.place && !isFocusLost)) return
    heading.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [arrival])

  return heading
}
