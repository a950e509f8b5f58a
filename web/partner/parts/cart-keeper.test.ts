import { describe, expect, it } from 'vitest'
import { createCartKeeper, type KeepingState, type Kept } from './cart-keeper.ts'

function aKeeper(opened: Kept | null = null) {
  const asked: string[] = []
  const states: KeepingState[] = []
  const refusals: Error[] = []
  const answer = (what: string, kept: Kept) => {
    asked.push(what)
    const refusal = refusals.shift()
    return refusal ? Promise.reject(refusal) : Promise.resolve(kept)
  }
  const keeper = createCartKeeper(
    {
      create: (lines) => answer(`create ${JSON.stringify(lines)}`, { cartId: 'a', version: 1 }),
      change: (kept, lines) => answer(`change ${kept.version} ${JSON.stringify(lines)}`, { ...kept, version: kept.version + 1 }),
      discard: (kept) => answer(`discard ${kept.version}`, kept),
      onState: (state) => void states.push(state),
    },
    opened,
  )
  return { keeper, asked, states, refusals }
}

describe('a cart is kept', () => {
  it('once for what did not change, each time in the version of the time before', async () => {
    const { keeper, asked } = aKeeper()
    keeper.keep([{ n: 1 }])
    expect(await keeper.flush()).toEqual({ cartId: 'a', version: 1 })
    expect(await keeper.flush()).toEqual({ cartId: 'a', version: 1 })
    keeper.keep([{ n: 2 }])
    const both = [keeper.flush(), keeper.flush()]
    expect(await Promise.all(both)).toEqual([{ cartId: 'a', version: 2 }, { cartId: 'a', version: 2 }])
    expect(asked).toEqual(['create [{"n":1}]', 'change 1 [{"n":2}]'])
  })

  it('as it was while a line is not complete, and is thrown away with its last line', async () => {
    const { keeper, asked, states } = aKeeper({ cartId: 'b', version: 4 })
    keeper.keep(undefined)
    expect(await keeper.flush()).toEqual({ cartId: 'b', version: 4 })
    keeper.keep([])
    expect(await keeper.flush()).toBeNull()
    expect(asked).toEqual(['discard 4'])
    expect(states).toEqual(['incomplete', 'saving', 'none'])
  })

  it('tells why it is not, and goes on with the next change', async () => {
    const { keeper, states, refusals } = aKeeper({ cartId: 'b', version: 4 })
    refusals.push(new Error('changed meanwhile'))
    keeper.keep([{ n: 1 }])
    await expect(keeper.flush()).rejects.toThrow('changed meanwhile')
    expect(await keeper.flush()).toEqual({ cartId: 'b', version: 5 })
    expect(states).toEqual(['saving', 'failed', 'saved'])
  })
})
