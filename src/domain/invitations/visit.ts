import { bindingRefusal, type NamedCustomer, type Visitor } from '../relationship-requests/relationship-request.ts'
import type { Viewer } from './invitation-facts.ts'
import type { InvitationReason } from './reasons.ts'

export interface Visit {
  readonly outcome: 'opened' | 'blocked'
  readonly reasonCode: InvitationReason | null
  readonly visitor: Visitor
}

/** What the partner's row learns of somebody on the page: a class of visitor and the reason, never a name without a tie. */
export function visitOf(reason: InvitationReason | null, viewer: Viewer | null, named: NamedCustomer | null): Visit {
  const isBlocked = reason !== null && reason !== 'notSignedIn'
  return { outcome: isBlocked ? 'blocked' : 'opened', reasonCode: isBlocked ? reason : null, visitor: visitorClass(viewer, named) }
}

function visitorClass(viewer: Viewer | null, named: NamedCustomer | null): Visitor {
  if (!viewer) return 'notSignedIn'
  if (!named?.customerId && !named?.domain) return 'anOrganisation'
  const refusal = bindingRefusal(named, { id: viewer.tenantId, country: viewer.country, domains: viewer.domains })
  return refusal ? 'anotherOrganisation' : 'namedOrganisation'
}

/** For whom the link was made, shown to people who may not be them: `co•••.example`. */
export function maskedDomain(domain: string): string {
  const [label = '', ...rest] = domain.split('.')
  return [`${[...label].slice(0, 2).join('')}•••`, ...rest].join('.')
}
