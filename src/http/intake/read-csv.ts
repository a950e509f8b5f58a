import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { readList } from '../../application/campaigns/read-list.ts'
import { readUsersFile } from '../../application/people-jobs/read-users-file.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Upload, uploadLimits } from '../uploads.ts'

/** What reads the rows of each kind of file. */
const readers: Readonly<Record<Upload, (bytes: AsyncIterable<Uint8Array>) => Promise<readonly unknown[]>>> = { campaignList: readList, usersFile: readUsersFile }

/** The rows of an uploaded list, read while they come in; nothing of a visitor's is read. */
export async function readCsvUpload(request: FastifyRequest, payload: Readable): Promise<readonly unknown[]> {
  const { upload } = request.routeOptions.config
  if (upload === undefined) throw new DomainError('unsupportedMediaType', 'No file is taken here.')
  if (request.actor.kind === 'visitor') throw new DomainError('notSignedIn', 'A file is taken from somebody who is signed in.')
  const hash = createHash('sha256')
  const rows = await readers[upload](counted(payload, uploadLimits[upload], (piece) => hash.update(piece)))
  request.bodySha256 = hash.digest()
  return rows
}

async function* counted(payload: Readable, most: number, look: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const piece of payload as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > most) throw new DomainError('bodyTooLarge', 'The file is too large.')
    look(piece)
    yield piece
  }
}
