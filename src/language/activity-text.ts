import type { EventType } from '../domain/events.ts'
import { countryName, listed } from '../domain/formats.ts'
import { activity as en, type ActivityActor, activityActors as enActors } from './en/activity.ts'
import { activity as es, activityActors as esActors } from './es/activity.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<EventType, string>>> = { en, es }
const actors: Record<Language, Readonly<Record<ActivityActor, string>>> = { en: enActors, es: esActors }

export interface ActivityFacts {
  readonly type: EventType
  readonly actor: string
  /** whom it was done to, where that is a person */
  readonly subject: string
  readonly services: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}

/** What happened, as a sentence in the reader's language. */
export function activityText(language: Language, { type, actor, subject, services, data }: ActivityFacts): string {
  const word = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
  const version = data.versionNumber
  return messageText(language, texts[language][type], {
    actor,
    subject,
    services: listed(language, services),
    hasServices: services.length > 0 ? 'yes' : 'no',
    hasVersion: typeof version === 'number' ? 'yes' : 'no',
    version: typeof version === 'number' ? version : '',
    kind: word('kind'),
    by: word('by'),
    because: word('because'),
    from: typeof data.from === 'number' ? data.from : 0,
    to: typeof data.to === 'number' ? data.to : 0,
    // Neither side of a lead sees the other's organization, so the names as they were go with the fact.
    company: word('company'),
    partner: word('partner'),
    contact: word('contact'),
    fallback: word('fallback'),
    what: word('what'),
    sku: word('sku'),
    quantity: typeof data.quantity === 'number' ? data.quantity : 0,
    market: word('market') === '' ? '' : countryName(word('market'), language),
    rows: typeof data.rows === 'number' ? data.rows : 0,
  })
}

/** Who stands where there is no name to show: the product, a visitor, or somebody whose data were erased. */
export function actorText(language: Language, actor: ActivityActor): string {
  return actors[language][actor]
}
