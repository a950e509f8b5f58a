import type { Actor } from '../../domain/actor.ts'
import type { EventDraft, EventType } from '../../domain/events.ts'
import type { Language } from '../../language/languages.ts'
import { reportedRows, type RowStanding } from '../../store/campaign-report-store.ts'
import { type ExportEnd, type ExportPiece, type RunningExport, runningExport, stoppedBecause } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { campaignFileHead, campaignRow } from './campaign-csv.ts'
import { describeRow } from './list-rows.ts'
import { findOwnCampaign } from './own-campaign.ts'

export interface CampaignExportAsk {
  readonly id: string
  /** only rows that stand so; all where undefined */
  readonly state: RowStanding | undefined
  /** of the explanations */
  readonly reader: Language
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
}

/**
 * Begins the report of a campaign as a file: records who asked for what, before the first row leaves, and gives the file piece
 * by piece as the customer list is given (decision 23). Each row says what its newest request said when its piece was read.
 */
export const exportCampaign: UseCase<CampaignExportAsk, RunningExport> = {
  action: 'campaign.export',

  async run(work, { id, state, reader, identify }) {
    const { partnerId } = await findOwnCampaign(work, id)
    await work.record(fact({ id, partnerId }, 'campaign.exportStarted', { kind: state === undefined ? 'all' : 'shown', filter: { state } }))
    return runningExport<number>(work.env, {
      exportId: id,
      tenantId: partnerId,
      clockOffset: work.actor.clockOffset,
      identify,
      head: campaignFileHead,
      next: (actor, after, given) => performNow(work.env, readCampaignPiece, actor, { id, state, reader, after, given }),
      mayGoOn: mayGoOnExporting,
      noteEnd: noteCampaignExportEnd,
    })
  },
}

/** Rows of one piece: each asks for the latest visit of its request. */
const batch = 500

interface PieceAsk extends Omit<CampaignExportAsk, 'identify'> {
  /** the line of the last row that was given; undefined at the beginning */
  readonly after: number | undefined
  readonly given: number
}

/** The next rows, in a short transaction that judges the right anew (rule R10). The last one closes the record. */
const readCampaignPiece: UseCase<PieceAsk, ExportPiece<number>> = {
  action: 'campaign.export',

  async run(work, { id, state, reader, after, given }) {
    const campaign = await findOwnCampaign(work, id)
    const start = after === undefined ? undefined : { keys: [after], backwards: false }
    const found = await reportedRows(work.trx, campaign, { standing: state, now: work.now }, { start, most: batch })
    const isLast = found.length < batch
    if (isLast) await work.record(fact(campaign, 'campaign.exportFinished', { rows: given + found.length }))
    return { text: found.map((one) => campaignRow(one, describeRow(one, reader))).join(''), rows: found.length, after: isLast ? undefined : found.at(-1)!.row.stated.line }
  },
}

/** Asks whether the export may go on, without reading anything. */
const mayGoOnExporting: UseCase<void, void> = {
  action: 'campaign.export',
  run: async () => undefined,
}

/** How far an export came that did not reach its end. Done by the system: the person may have no right left. */
const noteCampaignExportEnd: UseCase<ExportEnd, void> = {
  action: 'campaign.noteExportEnd',

  async run(work, { exportId, tenantId, rows, refused }) {
    const stopped = fact({ id: exportId, partnerId: tenantId }, 'campaign.exportStopped', { rows, because: stoppedBecause(refused) })
    await work.record({ ...stopped, ...(refused !== undefined && { refused }) })
  },
}

function fact({ id, partnerId }: { readonly id: string; readonly partnerId: string }, type: EventType, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'campaign', id }, readers: [{ tenantId: partnerId }], data }
}
