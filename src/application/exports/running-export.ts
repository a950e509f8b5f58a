import { type Actor, theSystem } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { workGate } from '../../security/work-gate.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'

/** An export that has begun. */
export interface RunningExport {
  /** the file, piece by piece, each read when the one before was taken; it throws where the right to it has ended */
  readonly pieces: AsyncGenerator<string, void>
  /** throws where the right has ended or nothing was taken for too long; to be asked while the reader is slow */
  check(): Promise<void>
}

/** How far an export came that did not reach its end. */
export interface ExportEnd {
  readonly exportId: string
  readonly tenantId: string
  readonly rows: number
  /** the reason code of what was refused; undefined where the reader went away */
  readonly refused: string | undefined
}

export interface ExportPiece<Place> {
  readonly text: string
  readonly rows: number
  /** where the next one continues; undefined after the last */
  readonly after: Place | undefined
}

/** What is exported, and by which use cases; each asks the right anew. */
export interface ExportPlan<Place> {
  readonly exportId: string
  readonly tenantId: string
  readonly clockOffset: number
  /** finds out anew who asks, by the same session or token; throws where it has ended */
  readonly identify: () => Promise<Actor>
  /** what comes before the first piece */
  readonly head: string
  /** the next piece, read in a short transaction of its own; `given` rows went out before */
  next(actor: Actor, after: Place | undefined, given: number): Promise<ExportPiece<Place>>
  /** asks whether the export may go on, without reading anything */
  readonly mayGoOn: UseCase<void, void>
  /** done by the system: the person may have no right left; left out where taking the file is no fact to record */
  readonly noteEnd?: UseCase<ExportEnd, void>
}

/** However many exports run, so many pieces are read at once: the other connections stay for everybody else. */
const gate = workGate({ parallel: 4, waiting: 1_000 })

/** Milliseconds after which somebody who takes nothing is let go. */
const longestPause = 5 * 60_000

/** An export as a stream: nothing is gathered and nothing held. */
export function runningExport<Place>(env: Environment, plan: ExportPlan<Place>): RunningExport {
  const progress = { rows: 0, takenAt: env.clock().getTime() }
  return {
    pieces: piecesOf(env, plan, progress),
    async check() {
      if (env.clock().getTime() - progress.takenAt > longestPause) throw new DomainError('requestTimeout', 'Nobody takes the file.', { reason: 'readerGone' })
      await performNow(env, plan.mayGoOn, await plan.identify(), undefined)
    },
  }
}

interface Progress {
  rows: number
  takenAt: number
}

async function* piecesOf<Place>(env: Environment, plan: ExportPlan<Place>, progress: Progress): AsyncGenerator<string, void> {
  let isWhole = false
  let refusal: unknown
  try {
    yield plan.head
    for (let after: Place | 'begin' | undefined = 'begin'; after !== undefined;) {
      const from: Place | undefined = after === 'begin' ? undefined : after
      const piece: ExportPiece<Place> = await gate.run(async () => plan.next(await plan.identify(), from, progress.rows))
      after = piece.after
      isWhole = after === undefined
      progress.rows += piece.rows
      progress.takenAt = env.clock().getTime()
      if (piece.text !== '') yield piece.text
    }
  } catch (error) {
    refusal = error
    throw error
  } finally {
    if (!isWhole) await noteEnd(env, plan, { rows: progress.rows, refusal })
  }
}

/** A file that was cut short is a fact, too; that it could not be written down must not hide why. */
async function noteEnd<Place>(env: Environment, plan: ExportPlan<Place>, { rows, refusal }: { rows: number; refusal: unknown }): Promise<void> {
  const { exportId, tenantId, clockOffset } = plan
  if (!plan.noteEnd) return
  try {
    await performNow(env, plan.noteEnd, { ...theSystem, clockOffset }, { exportId, tenantId, rows, refused: reasonOf(refusal) })
  } catch (error) {
    env.log.error({ exportId, error: String(error) }, 'the end of an export could not be recorded')
  }
}

/** Undefined where the reader itself went away. */
function reasonOf(refusal: unknown): string | undefined {
  if (refusal === undefined) return undefined
  if (!(refusal instanceof DomainError)) return 'internal'
  return refusal.code === 'notSignedIn' || refusal.code === 'sessionEnded' ? 'notSignedInAnyMore' : String(refusal.details.reason ?? refusal.code)
}

/** The refusals that say that the right to export is gone. */
const endsRight: ReadonlySet<string> = new Set(['notSignedInAnyMore', 'roleMissing', 'roleDeniedByCloud', 'partnerSuspended'])

/** Why an export did not reach its end, as the record says it. */
export function stoppedBecause(refused: string | undefined): 'cancelled' | 'rightLost' | 'failure' {
  return refused === undefined ? 'cancelled' : endsRight.has(refused) ? 'rightLost' : 'failure'
}
