import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reencodePng } from './png.ts'

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

interface Wishes {
  width?: number
  height?: number
  bits?: number
  colour?: number
  interlaced?: number
  lines?: Buffer
  more?: Buffer[]
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** Two dots: red, and green half seen; the second line of its file differs by the filter given. */
function aPng({ width = 2, height = 1, bits = 8, colour = 6, interlaced = 0, lines = Buffer.from([0, 255, 0, 0, 255, 0, 255, 0, 128]), more = [] }: Wishes = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, colour, 0, 0, interlaced], 8)
  return Buffer.concat([signature, chunk('IHDR', header), ...more, chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))])
}

describe('a logo', () => {
  it('is written anew from its dots, and that is stable', () => {
    const once = reencodePng(aPng())
    expect(once).toMatchObject({ width: 2, height: 1 })
    expect(reencodePng(once.png).png).toEqual(once.png)
  })

  it('carries nothing else along: no texts, no unknown parts, nothing behind the end', () => {
    const plain = reencodePng(aPng()).png
    const dressed = Buffer.concat([aPng({ more: [chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')), chunk('eXIf', Buffer.from('secret'))] }), Buffer.from('PK\u0003\u0004 hidden')])
    expect(reencodePng(dressed).png).toEqual(plain)
    expect(reencodePng(dressed).png.includes('script')).toBe(false)
  })

  it('is read in each colour type and through each filter', () => {
    const grey = reencodePng(aPng({ colour: 0, lines: Buffer.from([1, 10, 5]) })).png
    expect(grey).toEqual(reencodePng(aPng({ colour: 2, lines: Buffer.from([0, 10, 10, 10, 15, 15, 15]) })).png)
    const palette = aPng({ colour: 3, lines: Buffer.from([0, 1, 0]), more: [chunk('PLTE', Buffer.from([255, 255, 255, 10, 10, 10])), chunk('tRNS', Buffer.from([255, 255]))] })
    expect(reencodePng(palette)).toMatchObject({ width: 2 })
    for (const filter of [0, 1, 2, 3, 4]) expect(reencodePng(aPng({ colour: 4, height: 2, lines: Buffer.from([0, 1, 2, 3, 4, filter, 1, 1, 1, 1]) })).height).toBe(2)
  })

  it.each<[string, Buffer]>([
    ['what is no PNG', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that is cut off', aPng().subarray(0, 40)],
    ['a wrong checksum', Buffer.from(aPng()).fill(7, 20, 22)],
    ['sixteen bits', aPng({ bits: 16 })],
    ['an unknown colour type', aPng({ colour: 5 })],
    ['an interlaced one', aPng({ interlaced: 1 })],
    ['one that is too wide', aPng({ width: 1_025 })],
    ['no dots', aPng({ width: 0 })],
    ['fewer dots than it says', aPng({ width: 3 })],
    ['a bomb', aPng({ lines: Buffer.alloc(5_000_000) })],
    ['an unknown filter', aPng({ lines: Buffer.from([9, 255, 0, 0, 255, 0, 255, 0, 128]) })],
    ['a palette without its colours', aPng({ colour: 3, lines: Buffer.from([0, 1, 0]) })],
  ])('is not %s', (_what, file) => {
    expect(() => reencodePng(file)).toThrow('A logo is a PNG')
  })

  it('breaks nothing, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.nat(aPng().length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const file = aPng()
        file[at] = byte
        try {
          reencodePng(file)
        } catch (error) {
          expect(String(error)).toContain('A logo is a PNG')
        }
      }),
    )
  })
})
