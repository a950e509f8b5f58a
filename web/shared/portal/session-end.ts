/** How long before its end an idle session is announced (WCAG 2.2.1 asks for at least 20 seconds). */
export const noticeMilliseconds = 120_000

export type SessionClock = {
  /** When the session ends if nothing more is asked, as the server said. */
  expiresAt: number
  /** When the server said so, and when it answered anything at all, on this device's clock. */
  answeredAt: number
  lastAnswerAt: number
}

/**
 * When the idle session ends: each answer since then has prolonged it by as much. Null where the clocks of device and
 * server are too far apart to say.
 */
export function sessionEnd({ expiresAt, answeredAt, lastAnswerAt }: SessionClock): number | null {
  const lifetime = expiresAt - answeredAt
  return lifetime <= noticeMilliseconds ? null : Math.max(answeredAt, lastAnswerAt) + lifetime
}
