import { type Level, pino } from 'pino'
import type { Log } from './store/postgres/log.ts'

/**
 * What may stand in a log line beside the message; everything else is left out (rule R38). Ids, codes and counts:
 * no names, addresses, secrets or bodies.
 */
const shown = new Set([
  'action', 'adopted', 'attempt', 'attempts', 'code', 'count', 'delayMs', 'error', 'exportId', 'folder', 'freeMb', 'job', 'lagSeconds', 'mailId', 'method', 'milliseconds', 'name',
  'otelTraceId', 'pid', 'port', 'reason', 'route', 'seconds', 'signal', 'skewMs', 'status', 'task', 'tenantId', 'traceId', 'version',
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
        log: (details) => Object.fromEntries(Object.entries(details).filter(([name]) => shown.has(name)).map(([name, value]) => [name, name === 'error' ? withoutContent(String(value)) : value])),
      },
    },
    pino.destination({ fd: 2, sync: true }),
  )
}

/**
 * What failed, without what it failed on: libraries and the database quote input in their messages. Quoted text that is no
 * name of ours, mail and network addresses, queries and long tokens become `…`; kinds, codes and places in the code stay.
 */
export function withoutContent(text: string): string {
  return text
    .replace(/(invalid input [^\n]*?: )[^\n]*/g, '$1…')
    .replace(/Unexpected [^\n]*JSON[^\n]*/g, 'Unexpected … in JSON')
    .replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`/g, (quoted) => (/^.[A-Za-z_][\w.]{0,62}.$/.test(quoted) ? quoted : '…'))
    .replace(/\?[^\s)'"]{3,}/g, '?…')
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi, '…')
    .replace(/\b[a-z]{2,5}_[\w-]{20,}|\b(?=[\w-]*\d)[\w-]{32,}\b/g, '…')
}
