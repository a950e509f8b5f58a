import type { WantedFile } from '../../export/use-file-export.ts'

const path = '/evidence/export'
/** The page for people, and the file for programs. */
export const evidenceShapes = {
  html: { path, body: { format: 'html' }, type: 'text/html', end: '</html>\n', extension: 'html' },
  json: { path, body: { format: 'json' }, type: 'application/json', end: '"isWhole":true}\n', extension: 'json' },
} as const satisfies Record<string, Omit<WantedFile, 'name'>>
