import { useRef, useState, type RefObject } from 'react'

/** A panel that turns into its form and back. Coming back, the focus returns to the button that opened it. */
export function useEditing(): { isEditing: boolean; open: () => void; close: () => void; button: RefObject<HTMLButtonElement | null> } {
  const [isEditing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setEditing(false)
    // The button is there again only with the next drawing.
    requestAnimationFrame(() => button.current?.focus())
  }
  return { isEditing, open: () => setEditing(true), close, button }
}
