import { en } from '../../web/shared/language/messages/en.ts'

/** The first word of every message key, as it would show where a message is missing. */
export const areas: readonly string[] = Object.keys(en)
