import { DomainError } from '../domain/errors.ts'

export interface WorkGate {
  /** Runs the work when its turn comes. Throws `busy` at once when the queue is full. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

/** At most `parallel` pieces of costly work at once and `waiting` more in line, first come first served. */
export function workGate({ parallel, waiting }: { parallel: number; waiting: number }): WorkGate {
  const line: (() => void)[] = []
  let running = 0

  return {
    async run(work) {
      if (running < parallel) running += 1
      else if (line.length < waiting) await new Promise<void>((go) => line.push(go))
      else throw new DomainError('busy', 'Too many sign-ins at this moment. Try again in a few seconds.', { retryAfterSeconds: 2 })
      try {
        return await work()
      } finally {
        // The place is handed on, not freed and taken again: a newcomer cannot overtake the line.
        const next = line.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
