import type { Environment } from '../application/environment.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from '../store/database.ts'
import { insertMany, nextSequence } from '../store/insert-many.ts'
import type { CrowdCustomer } from './crowd.ts'
import type { CastMember } from './describe-cast.ts'
import type { DemoAgreement } from './write-agreements.ts'

/** An organization of the crowd, with the partner it came to through that partner's link; undefined where it is nobody's customer. */
export interface CrowdMember {
  readonly customer: CrowdCustomer
  readonly id: string
  readonly administratorId: string
  readonly partner: CastMember | undefined
}

export interface RelatedCustomer extends CrowdMember {
  readonly partner: CastMember
}

interface Relations {
  readonly related: readonly RelatedCustomer[]
  readonly versions: ReadonlyMap<string, DemoAgreement>
}

/** Signature, relationship, place on the list, privileges and the events of each: what accepting would have written, in bulk. */
export async function writeRelationships(env: Environment, trx: Transaction, { related, versions }: Relations): Promise<void> {
  const formed = related.map((relation) => form(env, relation, versions.get(relation.customer.cloud)))
  await insertMany(trx, 'signatures', formed.flatMap(({ signature }) => signature))
  await insertMany(trx, 'reseller_relationships', formed.map(({ relationship }) => relationship))
  // Grants before accounts: each grant would otherwise be noted on its account by an update of its own.
  await insertMany(trx, 'delegated_admin_privileges', formed.flatMap(({ grants }) => grants))
  await insertMany(trx, 'customer_accounts', formed.map(({ account }) => account))
  await insertMany(trx, 'events', formed.flatMap(({ events }) => events))
  await insertMany(trx, 'event_readers', formed.flatMap(({ readers }) => readers))
}

const channels: Readonly<Record<string, string>> = { directBill: 'direct', indirectReseller: 'indirectReseller', indirectProvider: 'indirectProvider' }

function form(env: Environment, { customer, id: customerId, administratorId, partner }: RelatedCustomer, version: DemoAgreement | undefined) {
  const at = customer.since
  const channel = channels[partner.tenant.partner!.kinds[0]!]!
  const language = version?.sha256Of.has(customer.language) ? customer.language : 'en'
  const signatureId = env.newId()
  const signature = version
    ? [
        {
          customer_id: customerId, id: signatureId, version_id: version.versionId, language, sha256: version.sha256Of.get(language)!, person_id: administratorId,
          role: 'globalAdministrator', signed_at: at, partner_id: partner.id, authenticated_by: ['pwd', 'otp', 'mfa'],
        },
      ]
    : []
  const manifest = env.manifestOf(customer.cloud)
  const services = manifest.services.slice(0, customer.services === 'all' ? undefined : customer.services === 'first' ? 1 : 0).map(({ id }) => id)
  const grants = services.map((service) => ({
    partner_id: partner.id, customer_id: customerId, service, id: env.newId(), granted_at: at, granted_by: administratorId,
    is_exclusive: manifest.oneDapPartnerPerService === true,
  }))
  const relationshipId = env.newId()
  const facts = [
    ...(version ? [{ type: 'agreement.signed', resource: 'signature', id: signatureId, data: { versionId: version.versionId, versionNumber: version.number, language, sha256: version.sha256Of.get(language)!.toString('hex') } }] : []),
    { type: 'resellerRelationship.formed', resource: 'resellerRelationship', id: relationshipId, data: { channel, origin: 'partnerLink', requestId: null } },
    ...(grants[0] ? [{ type: 'privileges.granted', resource: 'privileges', id: grants[0].id, data: { services, requestId: null } }] : []),
  ].map((fact) => ({ ...fact, eventId: env.newId() }))
  return {
    signature,
    relationship: {
      partner_id: partner.id, customer_id: customerId, id: relationshipId, channel, started_at: at, origin: 'partnerLink', signature_id: version ? signatureId : null,
    },
    account: {
      partner_id: partner.id, customer_id: customerId, company_name: customer.name, name_key: searchKey(customer.name), primary_domain: customer.domain,
      country: customer.country, tags: [...customer.tags], channels: [channel], privileged_services: [...services].sort(), related_since: at,
      billing_mail: `${customer.administrator.userName}@${customer.domain}`, billing_language: customer.language,
    },
    grants,
    events: facts.map(({ eventId, type, resource, id, data }) => ({
      id: eventId, at, type, outcome: 'done', resource_type: resource, resource_id: id, sequence: nextSequence(id), actor_kind: 'person',
      actor_person_id: administratorId, actor_tenant_id: customerId, through: 'link', data: JSON.stringify(data),
    })),
    readers: facts.flatMap(({ eventId, type }) => [
      { tenant_id: partner.id, at, event_id: eventId, counterpart_id: customerId, type },
      { tenant_id: customerId, at, event_id: eventId, counterpart_id: partner.id, type },
    ]),
  }
}
