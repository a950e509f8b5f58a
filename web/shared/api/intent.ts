import { isOutcomeUnknown } from './problem.ts'

/**
 * Keeps one idempotency key for one intent: the same input again, while the outcome is unknown, is the same
 * intent; a definite answer ends it.
 */
export function createIntent(freshKey: () => string = () => crypto.randomUUID()) {
  let open: { input: string; key: string } | null = null

  return {
    keyFor(input: unknown): string {
      const text = JSON.stringify(input) ?? ''
      if (open?.input !== text) open = { input: text, key: freshKey() }
      return open.key
    },
    settled(error: unknown): void {
      if (!isOutcomeUnknown(error)) open = null
    },
  }
}
