import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

export type Sheet = {
  isOpen: boolean
  toggle: () => void
  /** Closes it and gives the focus back to its button. */
  close: () => void
  /** Goes to the element that holds button and sheet. */
  place: RefObject<HTMLDivElement | null>
  button: RefObject<HTMLButtonElement | null>
  onKeyDown: (event: KeyboardEvent) => void
}

/** A button with a sheet below it: the next stop of the keyboard, closed by Escape and by leaving. */
export function useSheet(): Sheet {
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [isOpen])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) close()
  }
  return { isOpen, toggle: () => setOpen(!isOpen), close, place, button, onKeyDown }
}
