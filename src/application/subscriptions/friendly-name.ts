import { displayName } from '../../domain/names/name.ts'

/** What somebody calls a subscription; nothing where nothing is left. */
export function friendlyNameOf(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : displayName(text)
}
