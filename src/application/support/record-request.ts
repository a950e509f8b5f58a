import type { EventDraft } from '../../domain/events.ts'
import type { ServiceRequest } from '../../domain/support/service-request.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { Work } from '../use-case.ts'

/** The operators read of what is at their desk, and of nothing else between a customer and its partner. */
export async function recordRequest(work: Work, { desk }: Pick<ServiceRequest, 'desk'>, event: EventDraft): Promise<void> {
  await (desk === 'operator' ? recordForOperators(work, event) : work.record(event))
}
