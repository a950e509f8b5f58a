import type { Actor } from '../../domain/actor.ts'
import type { Action } from '../../domain/permissions.ts'
import { type DataSubject, personalDataFormat } from '../../domain/personal-data/traces.ts'
import { personEverOf } from '../../store/person-store.ts'
import { type RunningExport, runningExport } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DataPlace, noteDataEnd, type Reach, readPersonalData } from './personal-data-piece.ts'
import { subjectNamed } from './subject-named.ts'

interface Asked {
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
}

/** Everything stored about oneself (rule R34), by the map of personal data; secrets never. */
export const exportOwnData: UseCase<Asked, RunningExport> = {
  action: 'personalData.takeOwn',

  async run(work, { identify }) {
    const { personId, mail, tenantId } = work.person
    await recordTaken(work, { personId, tenantId })
    return begin(work, { action: 'personalData.takeOwn', reach: 'tenant', subject: { personId, mail }, identify })
  },
}

/** The same about a colleague, also one who left. */
export const exportPersonData: UseCase<Asked & { readonly id: string }, RunningExport> = {
  action: 'personalData.take',

  async run(work, { id, identify }) {
    const { tenantId } = work.person
    const { mail } = await personEverOf(work.trx, tenantId, id, { hold: false })
    await recordTaken(work, { personId: id, tenantId })
    return begin(work, { action: 'personalData.take', reach: 'tenant', subject: { personId: id, mail }, identify })
  },
}

/** The same about anybody, for the operator: somebody with an account, or whoever an address belongs to. */
export const exportAnybodysData: UseCase<Asked & { readonly name: string }, RunningExport> = {
  action: 'personalData.takeAny',

  async run(work, { name, identify }) {
    const subject = await subjectNamed(work, name)
    const { personId, tenantId, mail } = subject
    if (personId !== null) await recordTaken(work, { personId, tenantId: tenantId! })
    else await recordForOperators(work, { type: 'personalData.taken', resource: { type: 'tenant', id: work.person.tenantId }, readers: [{ tenantId: work.person.tenantId }], data: { kind: 'address' } })
    return begin(work, { action: 'personalData.takeAny', reach: 'installation', subject: { personId, mail }, identify })
  },
}

function begin(work: Work, { action, reach, subject, identify }: Asked & { action: Action; reach: Reach; subject: DataSubject }): RunningExport {
  const exportId = work.newId()
  const head = { format: personalDataFormat, exportId, takenAt: work.now.toISOString(), subject }
  const read = readPersonalData(action)
  return runningExport<DataPlace>(work.env, {
    exportId,
    tenantId: work.person.tenantId,
    clockOffset: work.actor.clockOffset,
    identify,
    head: JSON.stringify(head).slice(0, -1),
    next: (actor, after, given) => performNow(work.env, read, actor, { reach, subject, after, given }),
    mayGoOn: { action, run: async () => undefined },
    noteEnd: noteDataEnd,
  })
}

/** Where an operator takes somebody's data, their organization reads it; a colleague's is its own matter. */
function recordTaken(work: Work, { personId, tenantId }: { personId: string; tenantId: string }): Promise<void> {
  const event = { type: 'personalData.taken' as const, resource: { type: 'person' as const, id: personId }, readers: [{ tenantId }], data: { kind: personId === work.person.personId ? 'own' : 'other' } }
  return tenantId === work.person.tenantId ? work.record(event) : recordForOperators(work, event)
}
