import { displayName } from '../../domain/names/name.ts'

/** What somebody calls a subscription; null takes the name away. */
export function friendlyNameOf(text: string | null): string | null {
  return text === null ? null : displayName(text)
}
