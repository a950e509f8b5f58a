import type { EventDraft } from '../../domain/events.ts'
import { noTenant } from '../../domain/ids.ts'
import { operatorTenants } from '../../store/operator-store.ts'
import type { Work } from '../use-case.ts'

/** Records what was done to the installation where its operators read it too, filed under the tenant it concerns. */
export async function recordForOperators(work: Work, event: EventDraft): Promise<void> {
  const concerned = event.readers[0]?.tenantId ?? null
  const operators = (await operatorTenants(work.trx)).filter((id) => !event.readers.some(({ tenantId }) => tenantId === id))
  const readers = [...event.readers, ...operators.map((tenantId) => ({ tenantId, counterpartId: concerned }))]
  // Before anybody is set up there is nobody to read it; the fact is kept all the same.
  await work.record({ ...event, readers: readers.length > 0 ? readers : [{ tenantId: noTenant }] })
}
