import { type Config, ConfigError, isLoopback } from '../config.ts'
import { examineNetwork } from './examine-network.ts'
import { examinePlace } from './examine-place.ts'
import { type Diagnosis, diagnosisOf, failure, type Finding, ok, warning } from './finding.ts'

export interface Patient {
  /** throws ConfigError */
  readConfig(): Config
  /** through the running server, else by opening the database; the address is what the server says of itself */
  examineData(config: Config): Promise<{ readonly isRunning: boolean; readonly publicUrl: string; readonly findings: readonly Finding[] }>
  readonly now: Date
}

/** Everything that can be looked at, as far as one thing does not stand in the way of the next. Throws nothing. */
export async function examine(patient: Patient): Promise<Diagnosis> {
  let config: Config
  try {
    config = patient.readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return diagnosisOf(error.problems.map((problem) => failure('environment', problem, 'Change the environment as it says, then try again.')))
  }
  const place = await examinePlace(config, patient.now)
  try {
    const { isRunning, publicUrl, findings } = await patient.examineData(config)
    const server = isRunning
      ? ok('server', `The server runs, at ${publicUrl}.`)
      : warning('server', 'No server runs on this folder.', 'Start it: vinculo start, or systemctl start vinculo')
    return diagnosisOf([addressIn(config), ...place, server, ...findings, ...(await examineNetwork(config, publicUrl, isRunning))])
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error)
    return diagnosisOf([addressIn(config), ...place, failure('database', says, 'Without the database nothing works: do as it says, or restore a backup.'), ...(await examineNetwork(config, '', false))])
  }
}

function addressIn({ publicUrl }: Config): Finding {
  if (publicUrl === undefined) return warning('environment', 'PUBLIC_URL is missing: links in mails lead to this machine only.', 'Set PUBLIC_URL to the address in the browser, such as https://partners.example.org')
  if (isLoopback(new URL(publicUrl).hostname)) return warning('environment', `PUBLIC_URL=${publicUrl} is this machine only.`, 'Set it to the address that others use.')
  return ok('environment', `PUBLIC_URL is ${publicUrl}.`)
}
