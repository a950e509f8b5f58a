import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { socketFolder } from './store/postgres/folder.ts'

/** sun_path on the smallest of our systems, without its closing NUL. */
const longestSocketPath = 103

/** Where the command line reaches a running server: in the data folder, or beside the database's socket where its path is too long. */
export async function commandSocket(dataFolder: string): Promise<string> {
  const folder = await realpath(dataFolder)
  const path = join(folder, 'vinculo.sock')
  return Buffer.byteLength(path) <= longestSocketPath ? path : join(await socketFolder(folder), 'vinculo.sock')
}
