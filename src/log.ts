import { type Level, pino } from 'pino'
import type { Log } from './store/postgres/log.ts'

/**
 * What may stand in a log line beside the message; everything else is left out (rule R38). Ids, codes and counts:
 * no names, addresses, secrets or bodies.
 */
const shown = new Set([
  'action', 'adopted', 'attempt', 'attempts', 'code', 'count', 'delayMs', 'err', 'error', 'folder', 'job', 'mailId', 'milliseconds', 'name', 'pid',
  'port', 'reason', 'seconds', 'signal', 'skewMs', 'status', 'task', 'tenantId', 'traceId', 'version',
])

/** JSON lines on stderr; line breaks inside a value are escaped by the encoding. */
export function createLog(level: Level | 'silent' = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (details) => Object.fromEntries(Object.entries(details).filter(([name]) => shown.has(name))),
      },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}
