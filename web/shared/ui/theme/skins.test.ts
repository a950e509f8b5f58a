import { describe, expect, it } from 'vitest'
import type { Theme } from '@fluentui/react-theme'
import { ramps } from './ramps.ts'
import { skinOf } from './skins.ts'

const minimumForText = 4.5

const textOnGround: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ['colorNeutralForegroundOnBrand', 'colorBrandBackground'],
  ['colorNeutralForegroundOnBrand', 'colorBrandBackgroundHover'],
  ['colorNeutralForegroundOnBrand', 'colorBrandBackgroundPressed'],
  ['colorBrandForegroundLink', 'colorNeutralBackground1'],
  ['colorBrandForegroundLink', 'colorNeutralBackground2'],
  ['colorBrandForegroundLink', 'colorNeutralBackground3'],
  ['colorBrandForegroundLinkHover', 'colorNeutralBackground1'],
  ['colorBrandForeground1', 'colorNeutralBackground1'],
  ['colorBrandForeground2', 'colorBrandBackground2'],
  ['colorNeutralForeground3', 'colorNeutralBackground2'],
]

describe.each(Object.keys(ramps))('the skin %s', (name) => {
  const skin = skinOf(name)

  it.each(textOnGround)('is readable in the light: %s on %s', (text, ground) => {
    expect(contrast(skin.light[text] as string, skin.light[ground] as string)).toBeGreaterThanOrEqual(minimumForText)
  })

  it.each(textOnGround)('is readable in the dark: %s on %s', (text, ground) => {
    expect(contrast(skin.dark[text] as string, skin.dark[ground] as string)).toBeGreaterThanOrEqual(minimumForText)
  })

  it('has a bar on which white text is readable', () => {
    expect(contrast('#ffffff', skin.bar.light)).toBeGreaterThanOrEqual(minimumForText)
    expect(contrast('#ffffff', skin.bar.dark)).toBeGreaterThanOrEqual(minimumForText)
  })
})

it('a cloud without a skin of its own wears ours', () => {
  expect(skinOf('atlantis')).toEqual(skinOf('vinculo'))
})

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
