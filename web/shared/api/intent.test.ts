import { beforeEach, describe, expect, it } from 'vitest'
import { createIntent } from './intent.ts'
import { ApiProblem, NetworkFailure } from './problem.ts'

describe('the key of an intent', () => {
  let intent: ReturnType<typeof createIntent>
  beforeEach(() => {
    let count = 0
    intent = createIntent(() => `key-${++count}`)
  })

  it('stays while the outcome is unknown', () => {
    expect(intent.keyFor({ a: 1 })).toBe('key-1')
    intent.settled(new NetworkFailure(null))
    expect(intent.keyFor({ a: 1 })).toBe('key-1')
    intent.settled(new ApiProblem(503, { code: 'outcomeUnknown' }))
    expect(intent.keyFor({ a: 1 })).toBe('key-1')
  })

  it('changes after success, after a refusal, and with the input', () => {
    expect(intent.keyFor({ a: 1 })).toBe('key-1')
    intent.settled(null)
    expect(intent.keyFor({ a: 1 })).toBe('key-2')
    intent.settled(new ApiProblem(409, { code: 'invalidTransition' }))
    expect(intent.keyFor({ a: 1 })).toBe('key-3')
    expect(intent.keyFor({ a: 2 })).toBe('key-4')
  })
})
