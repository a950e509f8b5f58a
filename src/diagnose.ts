import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { askServer } from './cli/command-socket.ts'
import { CommandRefused } from './cli/failure.ts'
import { commandSocket } from './command-socket-path.ts'
import { type Config, publicUrlOf, readConfig } from './config.ts'
import { examineData } from './doctor/examine-data.ts'
import { examine } from './doctor/examine.ts'
import { type Diagnosis, type Finding, ok } from './doctor/finding.ts'
import { createLog } from './log.ts'
import { openEngine } from './open-engine.ts'
import { keyFilePath, openKeyFile } from './security/key-file.ts'

/** The doctor beside a running server, or where none runs: then the database is opened as it is, without upgrading it. */
export function diagnose(env: NodeJS.ProcessEnv): Promise<Diagnosis> {
  return examine({ readConfig: () => readConfig(env), examineData: throughServerOrAlone, now: new Date() })
}

async function throughServerOrAlone(config: Config): Promise<{ isRunning: boolean; publicUrl: string; findings: readonly Finding[] }> {
  const answered = existsSync(config.dataFolder) ? await askServer(await commandSocket(config.dataFolder), 'doctor data', {}) : undefined
  if (answered && 'failure' in answered) throw new CommandRefused(answered.failure)
  if (answered) return { isRunning: true, ...(answered.output as { publicUrl: string; findings: Finding[] }) }
  const publicUrl = publicUrlOf(config, config.port)
  const keyFile = keyFilePath(config.dataFolder, config.keyFile)
  // Looking must not found an installation.
  if (!existsSync(keyFile) && !(config.databaseUrl === undefined && existsSync(join(config.dataFolder, 'postgres')))) {
    return { isRunning: false, publicUrl, findings: [ok('database', 'There are no data yet; the first start makes them.')] }
  }
  const engine = await openEngine(config, await openKeyFile({ path: keyFile, mayCreate: false, random: randomBytes }), createLog('silent'))
  try {
    return { isRunning: false, publicUrl, findings: await examineData(engine.connections) }
  } finally {
    await engine.stop()
  }
}
