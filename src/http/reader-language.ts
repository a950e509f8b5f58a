import type { FastifyRequest } from 'fastify'
import { isLanguage, type Language } from '../language/languages.ts'

/** The reader's profile, else the browser, chooses; English where neither is a language we speak. */
export function readerLanguage(request: FastifyRequest): Language {
  const { actor } = request
  if (actor?.kind === 'person' && actor.language && isLanguage(actor.language)) return actor.language
  for (const part of (request.headers['accept-language'] ?? '').slice(0, 200).split(',')) {
    const wanted = part.split(';')[0]!.trim().slice(0, 2).toLowerCase()
    if (isLanguage(wanted)) return wanted
  }
  return 'en'
}
