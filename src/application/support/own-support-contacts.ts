import { localName } from '../../domain/clouds/cloud-rules.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { relationshipsOfCustomer } from '../../store/reseller-relationship-store.ts'
import { livingSubscriptionsOf } from '../../store/subscription-list-store.ts'
import { contactsOf } from '../../store/support-contact-store.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import type { SupportContact } from './support-contact.ts'

export interface OwnSupport {
  readonly products: readonly { readonly subscriptionId: string; readonly name: string; readonly quantity: number; readonly serviceId: string | null; readonly contact: SupportContact | null }[]
  /** partners that the customer may turn to: those it has a relationship with [S0.L3.1] */
  readonly partners: readonly Omit<SupportContact, 'isDefault'>[]
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** who helps where no partner does [S0.27] */
  readonly operatorSupport: string
}

/** More than these are found through their partner. */
const mostProducts = 200

/** Whom the customer calls for which of its products [S0.L2.1]. */
export const readOwnSupport: UseCase<{ readonly reader: Language }, OwnSupport> = {
  action: 'supportContact.readOwn',

  async run(work, { reader }) {
    const { trx, person, manifest } = work
    const subscriptions = await livingSubscriptionsOf(trx, person.tenantId, mostProducts)
    const named = new Map((await contactsOf(trx, subscriptions.map(({ id }) => id))).map(({ partnerId, subscriptionId, contactId }) => [`${partnerId} ${subscriptionId}`, contactId]))
    const contactIds = subscriptions.map(({ partnerId, id }) => named.get(`${partnerId} ${id}`) ?? partnerId)
    const partnerIds = await relatedPartners(work)
    const facts = new Map((await partnerFacts(trx, [...new Set([...contactIds, ...partnerIds])])).map((one) => [one.id, one]))
    const contactOf = (id: string) => {
      const one = facts.get(id)
      return one && { supportTenantId: id, supportMpnId: one.programmeId, name: one.name }
    }
    return {
      products: subscriptions.map(({ id, partnerId, offerName, quantity, serviceId }, at) => {
        const contact = contactOf(contactIds[at]!)
        return { subscriptionId: id, name: offerName[reader], quantity, serviceId, contact: contact ? { ...contact, isDefault: contactIds[at] === partnerId } : null }
      }),
      partners: partnerIds.flatMap((id) => contactOf(id) ?? []),
      services: manifest.services.map(({ id }) => ({ id, name: serviceName(manifest, id, reader) })),
      operatorSupport: localName(manifest.supportName, reader),
    }
  },
}

async function relatedPartners({ trx, person }: Work): Promise<string[]> {
  const active = (await relationshipsOfCustomer(trx, person.tenantId)).filter(({ endedAt }) => endedAt === null)
  return [...new Set(active.map(({ partnerId }) => partnerId))]
}
