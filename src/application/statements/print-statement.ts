import { DomainError } from '../../domain/errors.ts'
import { monthPeriod } from '../../domain/subscriptions/statement-month.ts'
import { statementLines } from '../../store/statement-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ShownLine, type StatementAsk, type StatementHead, shownLines, statementHead } from './read-statement.ts'

/** A printed statement is read by people: above so many lines the CSV file is the one to take. */
export const mostPrintedLines = 2_000

export interface PrintedStatement extends StatementHead {
  readonly lines: readonly ShownLine[]
  readonly reader: StatementAsk['reader']
}

/** The whole month with all its lines, to be printed. */
export const printStatement: UseCase<StatementAsk, PrintedStatement> = {
  action: 'statement.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, month, reader }) {
    const lines = await statementLines(work.trx, { partnerId: work.person.tenantId, customerId }, monthPeriod(month), { start: undefined, most: mostPrintedLines + 1 })
    if (lines.length > mostPrintedLines) throw new DomainError('statementTooLong', 'The statement has too many lines to be printed.', { reason: 'statementTooLong', most: mostPrintedLines })
    return { ...(await statementHead(work, { customerId, month })), lines: await shownLines(work, lines, reader), reader }
  },
}
