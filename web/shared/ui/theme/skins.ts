import { createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-theme'
import { ramps } from './ramps.ts'

export type SkinName = keyof typeof ramps

/** What a portal wears: the accent of all controls, and the colour of the bar at the top. */
export type Skin = { light: Theme; dark: Theme; bar: { light: string; dark: string } }

const bars: Record<SkinName, Skin['bar']> = {
  vinculo: { light: '#0e3232', dark: '#0b1f1f' },
  operator: { light: '#2e2938', dark: '#1c1922' },
  public: { light: '#0b3a66', dark: '#0b2239' },
  usGov: { light: '#16233f', dark: '#111a2e' },
  germany: { light: '#2b2b2b', dark: '#141414' },
  china: { light: '#6b1f1d', dark: '#3a1513' },
}

const fonts = {
  fontFamilyBase:
    "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'Liberation Mono', monospace",
}

/** The skin of a name; a cloud that an operator added wears our own. */
export function skinOf(name: string): Skin {
  const known: SkinName = isSkinName(name) ? name : 'vinculo'
  const ramp = ramps[known]
  return {
    light: { ...createLightTheme(ramp), ...fonts },
    // Fluent's default accent text is too dim on dark cards; one step lighter passes AA everywhere.
    dark: {
      ...createDarkTheme(ramp),
      ...fonts,
      colorBrandForeground1: ramp[110],
      colorBrandForeground2: ramp[120],
      colorBrandForegroundLink: ramp[110],
      colorBrandForegroundLinkHover: ramp[120],
      colorBrandForegroundLinkSelected: ramp[110],
      colorCompoundBrandForeground1: ramp[110],
    },
    bar: bars[known],
  }
}

export function isSkinName(name: string): name is SkinName {
  return Object.hasOwn(ramps, name)
}
