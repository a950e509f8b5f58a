import { paths, type Portal } from '../../web/shared/paths.ts'

/** A page of a portal, as an address that can be opened. */
export interface Place {
  readonly portal: Portal
  /** `customerAccount`, `settings.profile` */
  readonly name: string
  readonly path: string
  /** reached without signing in */
  readonly isOpen: boolean
}

/** What stands for the ids in addresses, with a space between two; a page that shows different states is visited once for each. */
export type Ids = Readonly<Record<'customer' | 'usageCustomer' | 'removedCustomer' | 'request' | 'campaign' | 'partnership' | 'handOver' | 'creationRequest' | 'partner' | 'agreement' | 'cloud' | 'draft' | 'businessProfile' | 'lead' | 'foundPartner' | 'subscription' | 'serviceRequest' | 'product' | 'transfer' | 'subscriptionTransfer' | 'statement' | 'ownPurchase', readonly string[]>>

const open = new Set(['signIn', 'forgotPassword', 'setPassword', 'confirmMail', 'unsubscribe', 'organizationSignIn', 'outsideReturn', 'setUp', 'partnerInvitation', 'providerInvitation', 'register', 'letterChoices'])

/** Pages of what an indirect provider has and a direct partner has not. */
export const ofProviders = /^(partnership|indirectResellers|creationRequest)/

/** Every page of every portal, from the one table that spells addresses. */
export function placesOf(ids: Ids): Place[] {
  return (Object.keys(paths) as Portal[]).flatMap((portal) => doorsOf(portal).flatMap(({ name, isOpen, pathsFor }) => pathsFor(ids).map((path) => ({ portal, name, isOpen, path }))))
}

/** A page whose addresses are not known before there are ids. */
export interface Door extends Pick<Place, 'name' | 'isOpen'> {
  pathsFor(ids: Ids): readonly string[]
}

/** Every page of a portal. */
export function doorsOf(portal: Portal): Door[] {
  return doorsIn(paths[portal], '')
}

type Branch = { readonly [name: string]: string | Branch | ((...ids: string[]) => string) }

function doorsIn(branch: Branch, above: string): Door[] {
  return Object.entries(branch).flatMap(([key, value]) => {
    const name = above + key
    if (typeof value === 'object') return doorsIn(value, `${name}.`)
    return { name, isOpen: open.has(name), pathsFor: (ids: Ids) => (typeof value === 'string' ? [value] : idsFor(key, ids).map((id) => value(...id.split(' ')))) }
  })
}

function idsFor(key: string, ids: Ids): readonly string[] {
  if (key === 'outsideReturn') return ids.partner
  if (key === 'customerRemoved') return ids.removedCustomer
  if (key === 'agreementDraft') return ids.draft
  if (key === 'customerUsage' || key === 'customerDevices') return ids.usageCustomer
  if (key === 'customerSubscription' || key === 'customerSupportContact') return ids.subscription
  if (/^(own|desk)?serviceRequest$/i.test(key)) return ids.serviceRequest
  if (key === 'product') return ids.product
  if (key === 'customerStatement') return ids.statement
  if (key === 'transfer') return ids.transfer
  if (key === 'ownPurchase') return ids.ownPurchase
  if (key === 'subscriptionTransfer') return ids.subscriptionTransfer
  const kind = (['customer', 'request', 'campaign', 'partnership', 'handOver', 'creationRequest', 'partner', 'agreement', 'cloud', 'businessProfile', 'lead', 'foundPartner'] as const).find((one) => key.startsWith(one))
  if (!kind) throw new Error(`no id is known for the page ${key}`)
  return ids[kind]
}
