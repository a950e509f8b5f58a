import { Type } from 'typebox'
import { evidenceShapes } from '../../application/evidence/evidence-piece.ts'
import { exportEvidence } from '../../application/evidence/export-evidence.ts'
import { brokenOffWhenOver } from '../broken-off.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { strict } from '../schemas.ts'
import { EvidenceDocument } from './evidence-schemas.ts'

const types = { json: 'application/json', html: 'text/html; charset=utf-8' } as const

export const evidenceExportRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/evidence/export',
    summary: 'Export everything that one’s organization agreed to and everything done to it',
    tag: 'Evidence',
    useCase: exportEvidence,
    body: Type.Object({ format: Type.Enum([...evidenceShapes], { description: '`json` for programs (described in docs/evidence-file.md), `html` as one printable page in the reader’s language.' }) }, strict),
    answer: Type.Union([EvidenceDocument, Type.String()], {
      description:
        'application/json or text/html, oldest entries first. The SHA-256 of the UTF-8 bytes of each signed text is the one that was stored with its signature. ' +
        'Sent while it is read: where the right to it ends meanwhile, the connection is broken off, and the file lacks its end (`isWhole`).',
    }),
    budget: 'export',
    input: ({ body, request }) => ({ shape: body.format, language: readerLanguage(request), identify: request.identify }),
    // A stream passes the serializer untouched.
    present: (running) => brokenOffWhenOver(running) as never,
    reply: (_running, reply, request) => {
      const { format } = request.body as { format: keyof typeof types }
      reply.type(types[format]).header('content-disposition', `attachment; filename="evidence.${format}"; filename*=UTF-8''evidence.${format}`)
    },
  }),
]
