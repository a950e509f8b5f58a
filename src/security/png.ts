import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { DomainError } from '../domain/errors.ts'

/** A picture as plain dots: four bytes each, red, green, blue, opacity; row after row. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly dots: Buffer
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const longestSide = 1_024
/** Bytes per dot by colour type: grey, colour, palette, grey with opacity, colour with opacity; all of eight bits. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Reads an uploaded PNG down to its dots and writes a new one from them: nothing of the file as it came is ever served, no
 * text, profile, animation or what is hidden behind the end. By hand and not by a library, because what reads pictures from
 * outside should be small enough to be read: one kind of file, eight bits, not interlaced. Throws invalidInput.
 */
export function reencodePng(file: Buffer): { readonly png: Buffer; readonly width: number; readonly height: number } {
  const raster = readPng(file)
  return { png: writePng(raster), width: raster.width, height: raster.height }
}

interface Header {
  readonly width: number
  readonly height: number
  readonly colour: number
}

function readPng(file: Buffer): Raster {
  if (!file.subarray(0, 8).equals(signature)) throw refused()
  let header: Header | undefined
  let [palette, opacity] = [Buffer.alloc(0), Buffer.alloc(0)]
  const parts: Buffer[] = []
  for (const { type, body } of chunks(file)) {
    if (type === 'IHDR') header = headerOf(body)
    else if (type === 'PLTE') palette = Buffer.from(body)
    else if (type === 'tRNS') opacity = Buffer.from(body)
    else if (type === 'IDAT') parts.push(body)
    else if (type === 'IEND') break
  }
  if (!header) throw refused()
  const channels = channelsOf[header.colour]!
  const size = header.height * (1 + header.width * channels)
  const lines = inflated(Buffer.concat(parts), size)
  return { ...header, dots: dotsOf(unfiltered(lines, header, channels), header, { palette, opacity }) }
}

/** Each with its checksum right; a chunk that is cut off ends the reading. */
function* chunks(file: Buffer): Generator<{ type: string; body: Buffer }> {
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    if (at + 12 + length > file.length) throw refused()
    const named = file.subarray(at + 4, at + 8 + length)
    if (crc32(named) !== file.readUInt32BE(at + 8 + length)) throw refused()
    yield { type: named.subarray(0, 4).toString('latin1'), body: named.subarray(4) }
    at += 12 + length
  }
}

function headerOf(body: Buffer): Header {
  if (body.length !== 13) throw refused()
  const [width, height, bits, colour, ...rest] = [body.readUInt32BE(0), body.readUInt32BE(4), body[8]!, body[9]!, body[10], body[11], body[12]]
  const isKnown = bits === 8 && Object.hasOwn(channelsOf, colour) && rest.every((method) => method === 0)
  if (!isKnown || width < 1 || height < 1 || width > longestSide || height > longestSide) throw refused()
  return { width, height, colour }
}

/** Never more than the dots need, whatever the file claims. */
function inflated(packed: Buffer, size: number): Buffer {
  try {
    const lines = inflateSync(packed, { maxOutputLength: size + 1 })
    if (lines.length === size) return lines
  } catch {
    // told below
  }
  throw refused()
}

/** Every line is written as the difference to its neighbours; the first byte says to which. */
function unfiltered(lines: Buffer, { width, height }: Header, channels: number): Buffer {
  const wide = width * channels
  const plain = Buffer.alloc(wide * height)
  for (let row = 0; row < height; row++) {
    const filter = lines[row * (wide + 1)]!
    if (filter > 4) throw refused()
    for (let x = 0; x < wide; x++) {
      const at = row * wide + x
      const left = x >= channels ? plain[at - channels]! : 0
      const above = row > 0 ? plain[at - wide]! : 0
      const corner = row > 0 && x >= channels ? plain[at - wide - channels]! : 0
      plain[at] = lines[row * (wide + 1) + 1 + x]! + [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter]!
    }
  }
  return plain
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function dotsOf(plain: Buffer, { width, height, colour }: Header, { palette, opacity }: { palette: Buffer; opacity: Buffer }): Buffer {
  const dots = Buffer.alloc(width * height * 4)
  const channels = channelsOf[colour]!
  for (let dot = 0; dot < width * height; dot++) {
    const at = dot * channels
    const [one, two, three, four] = [plain[at]!, plain[at + 1] ?? 0, plain[at + 2] ?? 0, plain[at + 3] ?? 0]
    if (colour === 3 && one * 3 + 2 >= palette.length) throw refused()
    const rgba = {
      0: [one, one, one, 255],
      2: [one, two, three, 255],
      3: [palette[one * 3], palette[one * 3 + 1], palette[one * 3 + 2], opacity[one] ?? 255],
      4: [one, one, one, two],
      6: [one, two, three, four],
    }[colour]!
    for (let part = 0; part < 4; part++) dots[dot * 4 + part] = rgba[part]!
  }
  return dots
}

function writePng({ width, height, dots }: Raster): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = 6
  const lines = Buffer.alloc(height * (1 + width * 4))
  for (let row = 0; row < height; row++) dots.copy(lines, row * (1 + width * 4) + 1, row * width * 4, (row + 1) * width * 4)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(12 + body.length)
  whole.writeUInt32BE(body.length, 0)
  whole.write(type, 4, 'latin1')
  body.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + body.length)), 8 + body.length)
  return whole
}

function refused(): DomainError {
  return new DomainError('invalidInput', `A logo is a PNG of 8 bits, not interlaced, at most ${longestSide} dots wide and high.`, { reason: 'logoForm', field: 'png' })
}
