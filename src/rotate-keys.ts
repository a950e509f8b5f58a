import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { RotatedKeys } from './cli/command.ts'
import { askServer } from './cli/command-socket.ts'
import { commandSocket } from './command-socket-path.ts'
import type { Config } from './config.ts'
import { keyFilePath, rotateKeyFile } from './security/key-file.ts'

/** The file alone changes; a server takes it up at its next start. Throws KeyFileError. */
export async function rotateKeys(config: Config): Promise<RotatedKeys> {
  const keyFile = keyFilePath(config.dataFolder, config.keyFile)
  const { ids } = await rotateKeyFile({ path: keyFile, random: randomBytes })
  const isServerRunning = existsSync(config.dataFolder) && (await askServer(await commandSocket(config.dataFolder), 'ping', {})) !== undefined
  return { keyFile, keyId: ids[0]!, formerKeyIds: ids.slice(1), isServerRunning }
}
