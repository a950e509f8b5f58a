import { mailTenant, pairOfAttestation, readersWithRole, type RecordedEvent } from '../../store/mail-facts-store.ts'
import type { Work } from '../use-case.ts'
import type { Letter } from './letters.ts'

/** The customer's administrators learn that somebody else said that they agreed (D.6); whom the partner named stands in the portal. */
export async function attestedLetter({ trx }: Work, event: RecordedEvent): Promise<readonly Letter[]> {
  const pair = await pairOfAttestation(trx, event.resourceId)
  if (!pair) return []
  const [partner, customer] = await Promise.all([mailTenant(trx, pair.partnerId), mailTenant(trx, pair.customerId)])
  if (!partner || !customer) return []
  const readers = await readersWithRole(trx, customer.id, ['globalAdministrator'])
  const values = () => ({ partnerName: partner.name, partnerId: partner.id, agreedOn: String(event.data.agreedOn) })
  return [{ template: 'agreementAttested', tenant: customer, readers, path: '/admin/agreements', aboutId: event.resourceId, values } as unknown as Letter]
}
