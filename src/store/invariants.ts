import pg from 'pg'
import type { Connections } from './connections.ts'

/** What holds in the data at every moment, whoever did what (reliability.md, T01). */
export interface Invariant {
  readonly id: string
  readonly sentence: string
  /** one row for each that breaks it; `id` says which */
  readonly broken: string
}

/** I3, I4 and I11 come with admin relationships and orders. */
export const invariants: readonly Invariant[] = [
  {
    id: 'I1',
    sentence: 'A partner and a customer have at most one active relationship per channel.',
    broken: 'select min(id::text) as id from reseller_relationships where ended_at is null group by partner_id, customer_id, channel having count(*) > 1',
  },
  {
    id: 'I2',
    sentence: 'Where a request formed an active relationship, the customer had signed by then, if its cloud had an agreement for it.',
    broken: `select r.id from reseller_relationships r join tenants t on t.id = r.customer_id
      where r.ended_at is null and r.origin = 'request'
        and exists (select from agreement_versions v where v.cloud = t.cloud and (v.country is null or v.country = t.country) and v.published_at < r.started_at)
        and not exists (select from signatures s where s.customer_id = r.customer_id and s.signed_at <= r.started_at)`,
  },
  {
    id: 'I5',
    sentence: 'Every request has its events.',
    broken: 'select q.id from relationship_requests q where not exists (select from events e where e.resource_id = q.id)',
  },
  {
    id: 'I6',
    sentence: 'A mail about an event has that event.',
    broken: 'select m.id from mails m where m.event_id is not null and not exists (select from events e where e.id = m.event_id)',
  },
  {
    id: 'I8',
    sentence: 'A remembered act has its answer.',
    broken: 'select key as id from idempotency_keys where status is null',
  },
  {
    id: 'I9',
    sentence: 'An accepted request has its customer and moment, and an open one has neither answer nor customer.',
    broken: `select id from relationship_requests
      where (status = 'accepted' and (customer_id is null or answered_at is null)) or (status in ('draft', 'shared', 'opened') and answered_at is not null)`,
  },
  {
    id: 'I10',
    sentence: 'An exclusive service has one privileged partner.',
    broken: 'select min(id::text) as id from delegated_admin_privileges where ended_at is null and is_exclusive group by customer_id, service having count(*) > 1',
  },
  {
    id: 'I12',
    sentence: 'The events of each thing are numbered without a gap, and its counter stands at the last (I7).',
    broken: `select e.resource_id as id from (select resource_id, min(sequence) as first, max(sequence) as last, count(*) as count from events group by 1) e
      left join resource_sequences s on s.resource_id = e.resource_id where e.first <> 1 or e.last <> e.count or s.last is distinct from e.last`,
  },
]

export interface BrokenInvariant {
  readonly id: string
  readonly sentence: string
  readonly count: number
  /** one of them */
  readonly example: string
}

/** Reads every tenant's rows in one snapshot; nothing but ids comes out. */
export async function brokenInvariants({ owner }: Pick<Connections, 'owner'>): Promise<BrokenInvariant[]> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const found: BrokenInvariant[] = []
    for (const { id, sentence, broken } of invariants) {
      const { rows } = await client.query<{ count: number; example: string | null }>(`select count(*)::integer as count, min(id::text) as example from (${broken}) b`)
      const { count, example } = rows[0]!
      if (count > 0) found.push({ id, sentence, count, example: example! })
    }
    return found
  } finally {
    await client.end()
  }
}
