import type { NotificationPreferences } from './preference-api.ts'

/** The form's texts: `accepted` is the mail of that kind, `accepted:portal` whether it stands in the portal. */
export type PreferenceValues = Record<string, string>

export const portalOf = (kind: string) => `${kind}:portal`

export function valuesOf({ kinds, digest }: NotificationPreferences): PreferenceValues {
  const chosen = kinds.filter(({ isKept }) => !isKept).flatMap(({ kind, mail, portal }) => [[kind, mail], [portalOf(kind), portal ? 'yes' : 'no']])
  return { ...Object.fromEntries(chosen), frequency: digest.frequency, hour: String(digest.hour), timeZone: digest.timeZone }
}

/** What the server takes: whole kinds and the whole digest, of those of which anything changed. */
export function changeOf(current: NotificationPreferences, changed: Partial<PreferenceValues>): object {
  const all: Record<string, string | undefined> = { ...valuesOf(current), ...changed }
  const kinds = current.kinds.filter(({ kind }) => changed[kind] !== undefined || changed[portalOf(kind)] !== undefined).map(({ kind }) => [kind, { portal: all[portalOf(kind)] === 'yes', mail: all[kind] }])
  const isDigestChanged = ['frequency', 'hour', 'timeZone'].some((name) => changed[name] !== undefined)
  return {
    ...(kinds.length > 0 && { kinds: Object.fromEntries(kinds) }),
    ...(isDigestChanged && { digest: { frequency: all.frequency, hour: Number(all.hour), timeZone: all.timeZone } }),
  }
}
