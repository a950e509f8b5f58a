import type { FastifyRequest } from 'fastify'
import { type CustomerLanguage, customerLanguages } from '../domain/countries.ts'
import { isLanguage, type Language } from '../language/languages.ts'

/** The reader's profile, else the browser, chooses; English where neither is a language we speak. */
export function readerLanguage(request: FastifyRequest): Language {
  const { actor } = request
  if (actor?.kind === 'person' && actor.language && isLanguage(actor.language)) return actor.language
  return browserLanguages(request).map((wanted) => wanted.slice(0, 2)).find(isLanguage) ?? 'en'
}

/** In which texts for customers are read, best first: the reader's profile, then what the browser names. None where we have none of them. */
export function textLanguages(request: FastifyRequest): CustomerLanguage[] {
  const { actor } = request
  const own = actor?.kind === 'person' && actor.language ? [actor.language.toLowerCase()] : []
  return [...own, ...browserLanguages(request)].flatMap((wanted) => customerLanguages.find((one) => isSame(one, wanted)) ?? [])
}

/** Traditional characters are no simplified ones. */
function isSame(one: CustomerLanguage, wanted: string): boolean {
  return one === 'zh-Hans' ? /^zh(-hans\b.*|-cn|-sg)?$/.test(wanted) : one === wanted.split('-')[0]
}

/** As the browser sends them, which is best first; weights are not read. */
function browserLanguages(request: FastifyRequest): string[] {
  return (request.headers['accept-language'] ?? '').slice(0, 200).split(',').map((part) => part.split(';')[0]!.trim().toLowerCase())
}
