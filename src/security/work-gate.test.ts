import { describe, expect, it } from 'vitest'
import { workGate } from './work-gate.ts'

/** Work that ends when it is told to. */
function heldWork() {
  const ends: (() => void)[] = []
  let most = 0
  let running = 0
  const order: number[] = []
  return {
    order,
    get most() {
      return most
    },
    end: () => ends.shift()?.(),
    start: (name: number) => async () => {
      running += 1
      most = Math.max(most, running)
      order.push(name)
      await new Promise<void>((end) => ends.push(end))
      running -= 1
      return name
    },
  }
}

async function turn(): Promise<void> {
  await new Promise((go) => setImmediate(go))
}

describe('a work gate', () => {
  it('runs no more at once than it may, and the rest in the order they came', async () => {
    const gate = workGate({ parallel: 2, waiting: 98 })
    const work = heldWork()
    const all = Array.from({ length: 100 }, (_, name) => gate.run(work.start(name)))
    for (let round = 0; round < 100; round += 1) {
      await turn()
      work.end()
    }
    expect(await Promise.all(all)).toEqual(Array.from({ length: 100 }, (_, name) => name))
    expect(work.most).toBe(2)
    expect(work.order).toEqual(Array.from({ length: 100 }, (_, name) => name))
  })

  it('lets newcomers in no faster while others end', async () => {
    const gate = workGate({ parallel: 2, waiting: 50 })
    const work = heldWork()
    const all = Array.from({ length: 6 }, (_, name) => gate.run(work.start(name)))
    for (let round = 0; round < 60; round += 1) {
      await turn()
      if (round < 40) all.push(gate.run(work.start(6 + round)))
      work.end()
    }
    await Promise.all(all)
    expect(work.most).toBe(2)
    expect(work.order).toHaveLength(46)
  })

  it('answers busy at once when the line is full, and runs again afterwards', async () => {
    const gate = workGate({ parallel: 1, waiting: 1 })
    const work = heldWork()
    const first = gate.run(work.start(1))
    const second = gate.run(work.start(2))
    await expect(gate.run(work.start(3))).rejects.toMatchObject({ code: 'busy', details: { retryAfterSeconds: 2 } })
    work.end()
    await turn()
    work.end()
    expect(await Promise.all([first, second])).toEqual([1, 2])
    const fourth = gate.run(work.start(4))
    await turn()
    work.end()
    expect(await fourth).toBe(4)
  })

  it('gives the place on when work fails', async () => {
    const gate = workGate({ parallel: 1, waiting: 1 })
    const failing = gate.run(() => Promise.reject(new Error('broken')))
    const next = gate.run(() => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toBe('done')
    expect(await gate.run(() => Promise.resolve('again'))).toBe('again')
  })
})
