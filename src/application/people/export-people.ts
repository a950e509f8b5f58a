import type { Actor } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import { listPeopleOf, type PeopleFilter } from '../../store/people-list-store.ts'
import type { Environment } from '../environment.ts'
import { type ExportEnd, type ExportPiece, type RunningExport, runningExport, stoppedBecause } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { type PeopleAsk, peopleFilter } from './list-people.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { peopleFileHead, personLine } from './people-csv.ts'

export interface ExportPeopleAsk {
  readonly asked: PeopleAsk
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
  /** on whose behalf; missing for one's own organization */
  readonly customerId?: string | undefined
}

interface BatchAsk {
  readonly exportId: string
  readonly filter: PeopleFilter
  readonly after: readonly string[] | undefined
  readonly given: number
}

type Piece = ExportPiece<readonly string[]>

const batchSize = 500

/** People as a file: who asked for what is recorded before the first row leaves, and each batch asks the right anew (rule R10). */
const begin: PeopleAct<ExportPeopleAsk, RunningExport> = {
  own: 'person.export',
  onBehalf: 'directoryUser.export',

  async run(work, side, { asked, identify, customerId }) {
    const filter = peopleFilter(asked)
    const exportId = work.newId()
    const { search, status, role, license } = asked
    const isNarrowed = [search, status, role, license].some((value) => value !== undefined)
    // What was searched for may be somebody's name, and the record keeps no names.
    side.record(exportEvent('peopleExport.started', exportId, side.tenantId, { kind: isNarrowed ? 'shown' : 'all', filter: { status, role, license, isSearched: search !== undefined } }))
    return runningExport<readonly string[]>(work.env, {
      exportId,
      tenantId: work.person.tenantId,
      clockOffset: work.actor.clockOffset,
      identify,
      head: peopleFileHead,
      next: (actor, after, given) => nextPiece(work.env, actor, { exportId, filter, after, given }, customerId),
      mayGoOn: mayGoOn(customerId),
      noteEnd: noteEnd(side.tenantId),
    })
  },
}

export const exportPeople = onOwnPeople(begin)
export const exportCustomersPeople = onCustomersPeople(begin)

const readBatch: PeopleAct<BatchAsk, Piece> = {
  own: 'person.export',
  onBehalf: 'directoryUser.export',

  async run(work, side, { exportId, filter, after, given }) {
    const found = await listPeopleOf(work.trx, side.tenantId, filter, { start: after && { keys: after, backwards: false }, most: batchSize })
    const isLast = found.length < batchSize
    if (isLast) side.record(exportEvent('peopleExport.finished', exportId, side.tenantId, { rows: given + found.length }))
    return { text: found.map(({ person }) => personLine(person)).join(''), rows: found.length, after: isLast ? undefined : found.at(-1)!.keys }
  },
}
const readOwn = onOwnPeople(readBatch)
const readCustomers = onCustomersPeople(readBatch)

function nextPiece(env: Environment, actor: Actor, ask: BatchAsk, customerId: string | undefined): Promise<Piece> {
  return customerId === undefined ? performNow(env, readOwn, actor, ask) : performNow(env, readCustomers, actor, { ...ask, customerId })
}

/** Asks whether the export may go on, without reading anything. */
function mayGoOn(customerId: string | undefined): UseCase<void, void> {
  const nothing = async () => undefined
  return customerId === undefined ? { action: 'person.export', run: nothing } : { action: 'directoryUser.export', customer: () => customerId, run: nothing }
}

/** How far an export came that did not reach its end; done by the system, because the person may have no right left. */
function noteEnd(directoryId: string): UseCase<ExportEnd, void> {
  return {
    action: 'person.noteExportEnd',
    async run(work, { exportId, tenantId, rows, refused }) {
      const event = exportEvent('peopleExport.stopped', exportId, tenantId, { rows, because: stoppedBecause(refused) })
      const readers = directoryId === tenantId ? event.readers : [{ tenantId, counterpartId: directoryId }, { tenantId: directoryId, counterpartId: tenantId }]
      await work.record({ ...event, readers, ...(refused !== undefined && { refused }) })
    },
  }
}

function exportEvent(type: EventDraft['type'], id: string, tenantId: string, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'peopleExport', id }, readers: [{ tenantId }], data }
}
