/** The zones that this browser knows, with the present one even where it knows it by another name. */
export function timeZones(current: string): readonly string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
