export type Device = { browser: string | null; system: string | null; isPhone: boolean }

/** In this order: each browser names the ones before it that it wants to be taken for. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Microsoft Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a person recognizes of a browser's own words; no more is guessed than they say. */
export function describeUserAgent(userAgent: string | null): Device {
  const text = userAgent ?? ''
  const find = (rows: readonly (readonly [RegExp, string])[]) => rows.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return { browser: find(browsers), system: find(systems), isPhone: /\biPhone\b|\bAndroid\b.*\bMobile\b/.test(text) }
}
