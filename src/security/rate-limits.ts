import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../domain/errors.ts'
import { addressBlock } from './address-block.ts'
import { type Limit, type LimitedBy, type RateBudget, rateBudgets } from './rate-budgets.ts'

/** Who acts, as far as the limits of the budget ask for it. */
export interface RateSubject {
  readonly address?: string | null
  /** Whether the person of the account signed in from this address block before. */
  readonly isKnownAddress?: boolean
  readonly account?: string
  readonly personId?: string
  readonly tenantId?: string
  readonly recipient?: string
  /** What the mail is about; with the recipient it is one message. */
  readonly occasion?: string
}

export interface Charge {
  /** Gives back what was charged, after a right password or code: only failures add up. */
  refund(): Promise<void>
}

export interface RateLimits<Budget extends string = RateBudget> {
  /** Throws `tooManyRequests` with details `{ budget, retryAfterSeconds }`. */
  consume(budget: Budget, subject: RateSubject): Promise<Charge>
}

/**
 * Counters in memory, gone with the process: they slow guessing down and decide nothing, so their clock is the library's
 * own and never a sandbox's. A window begins with its first charge. `factor` widens every limit, for a bench or for an
 * operator whose partners are larger than we think.
 */
export function rateLimits<Budget extends string = RateBudget>(
  budgets: Readonly<Record<Budget, readonly Limit[]>> = rateBudgets as never,
  factor = 1,
): RateLimits<Budget> {
  const counters = new Map<Limit, RateLimiterMemory>()
  for (const limit of Object.values<readonly Limit[]>(budgets).flat()) {
    counters.set(limit, new RateLimiterMemory({ points: Math.ceil(limit.points * factor), duration: limit.seconds }))
  }

  return {
    async consume(budget, subject) {
      const charged: { counter: RateLimiterMemory; key: string }[] = []
      for (const limit of budgets[budget]) {
        const counted = subjectOf(limit.by, subject)
        if (counted === undefined) continue
        const counter = counters.get(limit)!
        // Hashed: of one size, and no list of names and addresses lies in memory.
        const key = createHash('sha256').update(counted).digest('base64url')
        await counter.consume(key).catch((refusal: unknown) => {
          throw refused(budget, refusal)
        })
        charged.push({ counter, key })
      }
      return {
        async refund() {
          for (const { counter, key } of charged) await counter.reward(key)
        },
      }
    },
  }
}

function refused(budget: string, refusal: unknown): unknown {
  if (!(refusal instanceof RateLimiterRes)) return refusal
  const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  return new DomainError('tooManyRequests', 'Too many attempts. Try again later.', { budget, retryAfterSeconds })
}

/** Undefined where the limit does not apply. What it asks for and does not get is a mistake of the program, never a free pass. */
function subjectOf(by: LimitedBy, subject: RateSubject): string | undefined {
  const block = addressBlock(subject.address ?? '')
  switch (by) {
    case 'address':
      return block
    case 'account':
      return required(by, subject.account)
    case 'accountAtAddress':
      return JSON.stringify([required(by, subject.account), block])
    case 'accountElsewhere':
      return subject.isKnownAddress ? undefined : required(by, subject.account)
    case 'person':
      return required(by, subject.personId)
    case 'tenant':
      return required(by, subject.tenantId)
    case 'recipient':
      return required(by, subject.recipient)
    case 'message':
      return JSON.stringify([subject.recipient ?? '', required(by, subject.occasion)])
  }
}

function required(by: LimitedBy, value: string | undefined): string {
  if (value === undefined) throw new Error(`The limit by ${by} was asked without one.`)
  return value
}
