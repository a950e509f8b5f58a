import { type RateLimits, rateLimits, type RateSubject } from '../security/rate-limits.ts'
import type { RateBudget } from '../security/rate-budgets.ts'
import type { Environment } from './environment.ts'

const kept = new WeakMap<Environment, RateLimits>()

/** The request budgets of this process (rule R39). */
export function limitsOf(env: Environment): RateLimits {
  let limits = kept.get(env)
  if (!limits) kept.set(env, (limits = rateLimits(undefined, env.rateFactor ?? 1)))
  return limits
}

/**
 * Does what the budget bounds, inside the use case, so that a replayed answer costs nothing; what failed is given back.
 * For mails above all: the effect is what counts, not the attempt.
 */
export async function withinBudget<Result>(env: Environment, budget: RateBudget, subject: RateSubject, act: () => Promise<Result>): Promise<Result> {
  const charge = await limitsOf(env).consume(budget, subject)
  try {
    return await act()
  } catch (error) {
    await charge.refund()
    throw error
  }
}
