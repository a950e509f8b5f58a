/** Milliseconds of each call, in the order of the calls. */
export interface Sample {
  readonly median: number
  readonly p99: number
  readonly perSecond: number
}

/** Runs the call `count` times by `clients` callers side by side, after a warm-up that is not counted. */
export async function measure(call: (index: number) => Promise<void>, { count, clients = 1, warmUp = 50 }: { count: number; clients?: number; warmUp?: number }): Promise<Sample> {
  for (let index = 0; index < warmUp; index++) await call(index)
  const times: number[] = []
  let next = warmUp
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count + warmUp) {
        const index = next++
        const begin = performance.now()
        await call(index)
        times.push(performance.now() - begin)
      }
    }),
  )
  return sampleOf(times, performance.now() - start)
}

/** Several ways of doing the same in turns, so that what the machine does meanwhile falls on all of them alike. */
export async function measureInTurns(calls: readonly (() => Promise<void>)[], { turns = 8, count = 60, warmUp = 80 } = {}): Promise<Sample[]> {
  const times: number[][] = calls.map(() => [])
  for (const call of calls) for (let index = 0; index < warmUp; index++) await call()
  for (let turn = 0; turn < turns; turn++) {
    for (const [which, call] of calls.entries()) {
      for (let index = 0; index < count; index++) {
        const begin = performance.now()
        await call()
        times[which]!.push(performance.now() - begin)
      }
    }
  }
  return times.map((own) => sampleOf(own, own.reduce((sum, time) => sum + time, 0)))
}

function sampleOf(times: number[], total: number): Sample {
  times.sort((one, other) => one - other)
  return { median: times[Math.floor(times.length / 2)]!, p99: times[Math.floor(times.length * 0.99)]!, perSecond: (times.length / total) * 1_000 }
}

/** Turns of equally many calls as one: the median of their medians, the worst p99, all calls over all the time. */
export function together(samples: readonly Sample[]): Sample {
  const medians = samples.map(({ median }) => median).sort((one, other) => one - other)
  const time = samples.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0)
  return { median: medians[Math.floor(medians.length / 2)]!, p99: Math.max(...samples.map(({ p99 }) => p99)), perSecond: samples.length / time }
}

export function line(name: string, { median, p99, perSecond }: Sample): string {
  return `${name.padEnd(58)} median ${median.toFixed(2).padStart(8)} ms   p99 ${p99.toFixed(2).padStart(8)} ms   ${perSecond.toFixed(perSecond < 10 ? 2 : 0).padStart(6)}/s`
}
