import type { AnyRoute } from '../../src/http/route.ts'
import { stopToken } from '../../src/application/notifications/stop-token.ts'
import { testKeyRing } from './environment.ts'
import type { LivedIn } from './lived-in.ts'
import { livedInProduct, salesParams } from './lived-in-subscriptions.ts'
import { usageParams } from './lived-in-usage.ts'

/** Which of the objects an entry's address means. */
export function paramsFor(entry: AnyRoute, ids: LivedIn['ids']): Record<string, string> {
  const { path } = entry
  if (path.includes(':partnerId')) return { partnerId: ids.partner }
  if (path.includes(':jobId')) return { id: ids.customer, jobId: ids.peopleJob }
  // Goes on and ends by whoever gives licenses: the customer's own people.
  if (/^\/people-jobs\/:id\/(resumption|cancellation)$/.test(path)) return { id: ids.peopleJob }
  if (path.startsWith('/people-jobs/')) return { id: ids.ownPeopleJob }
  if (path === '/people/:id/license-changes') return { id: ids.customerPerson }
  if (path.includes(':token')) return { token: stopToken(testKeyRing, { tenantId: ids.partner, personId: ids.partnerPerson, what: 'blocked' }) }
  if (path.includes(':personId')) return { id: ids.customer, personId: ids.customerPerson }
  if (path.includes(':productId')) return { cloud: 'public', productId: livedInProduct }
  const sold = salesParams(path, ids) ?? usageParams(path, ids)
  if (sold) return sold
  if (path.startsWith('/provisioning-calls/')) return { id: ids.subscription }
  if (path.startsWith('/operator/connectors/')) return { id: ids.connector }
  if (path.startsWith('/operator/service-incidents/')) return { id: ids.incident }
  if (!path.includes(':id')) return path.includes(':cloud') ? { cloud: 'public' } : {}
  if (path.includes(':fileId')) return { id: ids.serviceRequest, fileId: ids.requestFile }
  if (/^(\/operator)?\/(own-)?service-requests\//.test(path)) return { id: ids.serviceRequest }
  if (path.startsWith('/customers/')) return { id: ids.customer }
  if (path.startsWith('/relationship-requests/')) return { id: ids.request }
  if (path.startsWith('/campaigns/')) return { id: ids.campaign }
  if (path.startsWith('/partnerships/')) return { id: ids.partnership }
  if (path.startsWith('/hand-overs/')) return { id: ids.handOver }
  if (path.includes(':locationId')) return { id: ids.businessProfile, locationId: ids.profileLocation }
  if (path.startsWith('/business-profiles/')) return { id: ids.businessProfile }
  if (path.startsWith('/partner-finder/')) return { id: ids.foundPartner }
  if (path.startsWith('/leads/') || path.startsWith('/sent-leads/')) return { id: ids.lead }
  if (path.startsWith('/creation-requests/')) return { id: ids.creationRequest }
  if (path.startsWith('/people/')) return { id: ids.partnerPerson }
  if (path.startsWith('/me/passkeys/')) return { id: ids.passkey }
  if (path.startsWith('/notifications/')) return { id: ids.notification }
  if (path.startsWith('/sessions/')) return { id: ids.session }
  if (path.startsWith('/agreements/')) return { id: ids.signature }
  if (path.startsWith('/operator/mails/')) return { id: ids.mail }
  if (path.startsWith('/operator/support-cases/') || path.startsWith('/support-cases/')) return { id: ids.supportCase }
  if (path.startsWith('/operator/mail-blocks/')) return { id: ids.mailBlock }
  if (path.startsWith('/operator/partners/')) return { id: ids.partner }
  if (path.startsWith('/operator/customers/')) return { id: ids.customer }
  if (path.startsWith('/operator/agreement-drafts/')) return { id: ids.draft }
  if (path.startsWith('/operator/cloud-manifests/')) return { id: 'public' }
  throw new Error(`say in lived-in.ts which object ${path} means`)
}
