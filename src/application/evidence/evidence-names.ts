import type { NamedPartner, NamedPerson } from '../../domain/evidence.ts'
import { namesOfCounterparts } from '../../store/activity-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import type { Work } from '../use-case.ts'

export interface EvidenceNames {
  person(id: string): NamedPerson
  personOrNull(id: string | null): NamedPerson | null
  partner(id: string): NamedPartner
  partnerOrNull(id: string | null): NamedPartner | null
}

/** The names of everybody that a piece of evidence mentions: of people as the portal shows them, name and organization and nothing else. */
export async function evidenceNames({ trx, person }: Work, ids: { readonly people: readonly (string | null)[]; readonly partners: readonly (string | null)[] }): Promise<EvidenceNames> {
  const wanted = [...new Set(ids.partners.flatMap((id) => id ?? []))]
  const [people, facts, others] = await Promise.all([
    namesOfPeople(trx, ids.people.flatMap((id) => id ?? [])),
    partnerFacts(trx, wanted),
    namesOfCounterparts(trx, person.tenantId, wanted),
  ])
  const known = new Map([...others, ...facts.map(({ id, name }) => [id, name] as const)])
  const named = (id: string): NamedPerson => {
    const found = people.get(id)
    return { id, displayName: found?.displayName ?? null, organization: !found || found.tenantId === person.tenantId ? null : found.tenantName }
  }
  const partner = (id: string): NamedPartner => ({ id, name: known.get(id) ?? null })
  return { person: named, personOrNull: (id) => (id === null ? null : named(id)), partner, partnerOrNull: (id) => (id === null ? null : partner(id)) }
}
