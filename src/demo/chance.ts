import type { Random } from '../security/random.ts'

/** A whole number from 0 to bound - 1. */
export type Below = (bound: number) => number

/** Unguessable and without bias: what it chooses may be part of a password. */
export function belowBy(random: Random): Below {
  return (bound) => {
    const limit = Math.floor(0x1_0000_0000 / bound) * bound
    for (;;) {
      const value = random(4).readUInt32BE()
      if (value < limit) return value % bound
    }
  }
}

/** Repeatable: what a demo looks like does not change from start to start. Nothing secret may come from it (mulberry32). */
export function repeatable(seed: number): Below {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * bound)
  }
}
