import { useSyncExternalStore } from 'react'

let isReachable = true
let lastAnswerAt = 0
const listeners = new Set<() => void>()

/** Told by the client after every attempt. */
export function noteReachability(now: boolean): void {
  if (now) lastAnswerAt = Date.now()
  if (now === isReachable) return
  isReachable = now
  for (const listener of listeners) listener()
}

/** False from the first attempt without an answer until the next one with an answer. */
export function useReachability(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => isReachable,
  )
}

/** When the server answered last, in milliseconds of this device's clock; each answer keeps an idle session alive. */
export const timeOfLastAnswer = (): number => lastAnswerAt
