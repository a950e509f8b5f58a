import type { Actor } from '../../domain/actor.ts'
import { monthPeriod } from '../../domain/subscriptions/statement-month.ts'
import { statementLines } from '../../store/statement-store.ts'
import { type ExportPiece, type RunningExport, runningExport } from '../exports/running-export.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { type StatementAsk, shownLines } from './read-statement.ts'
import { statementFileHead, statementRow } from './statement-csv.ts'

type Keys = readonly unknown[]
const piece = 1_000
const customer = ({ customerId }: { readonly customerId: string }) => customerId

/**
 * The whole month as a file, read piece by piece, each in a transaction of its own with the right asked anew: nothing is
 * gathered and nothing held. No personal data are in it, so taking it is not recorded.
 */
export const exportStatement: UseCase<StatementAsk & { readonly identify: () => Promise<Actor> }, RunningExport> = {
  action: 'statement.read',
  customer,

  async run({ env, person, actor, newId }, { identify, ...ask }) {
    return runningExport<Keys>(env, {
      ...{ exportId: newId(), tenantId: person.tenantId, clockOffset: actor.clockOffset, identify, head: statementFileHead },
      next: (reader, after) => performNow(env, readPiece, reader, { ...ask, after }),
      mayGoOn: { action: 'statement.read', customer: () => ask.customerId, run: async () => undefined },
    })
  },
}

const readPiece: UseCase<StatementAsk & { readonly after: Keys | undefined }, ExportPiece<Keys>> = {
  action: 'statement.read',
  customer,

  async run(work, { customerId, month, reader, after }) {
    const lines = await statementLines(work.trx, { partnerId: work.person.tenantId, customerId }, monthPeriod(month), { start: after && { keys: after, backwards: false }, most: piece })
    const text = (await shownLines(work, lines, reader)).map(statementRow).join('')
    return { text, rows: lines.length, after: lines.length < piece ? undefined : lines.at(-1)!.keys }
  },
}
