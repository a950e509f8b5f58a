import { displayName } from '../../domain/names/name.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'

/** What somebody calls a subscription; null takes the name away. */
export function friendlyNameOf(text: string | null): string | null {
  return text === null ? null : displayName(text)
}

/** What a reader finds it under: the name its seller gave it is the seller's own word; everybody else reads the offer's. */
export function nameReadBy(tenantId: string, { partnerId, friendlyName, offerName }: Pick<Subscription, 'partnerId' | 'friendlyName' | 'offerName'>, reader: Language): string {
  return (partnerId === tenantId ? friendlyName : null) ?? offerName[reader]
}
