import pg from 'pg'
import { recordKeeping } from './application/installation/record-keeping.ts'
import { releaseInstallation } from './application/installation/release-installation.ts'
import { resealSecrets } from './application/installation/reseal-secrets.ts'
import { portableCustomers } from './application/operator/export-all-customers.ts'
import { nameTokenHolder } from './application/operator/name-token-holder.ts'
import { performNow } from './application/perform.ts'
import type { CommandContext } from './cli/command.ts'
import { writeWhole } from './backup/private-file.ts'
import { takeBackup } from './backup/take-backup.ts'
import { type Config, isLoopback } from './config.ts'
import { examineData } from './doctor/examine-data.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { theSystem } from './domain/actor.ts'
import { DomainError } from './domain/errors.ts'
import type { Installation } from './open-installation.ts'

/** A bearer token of the command line; a step-up holds for the first quarter of an hour of it. */
const tokenSeconds = 3_600

/** What the commands work with, in the server or where no server runs. */
export function commandContext(installation: Installation, config: Config): CommandContext {
  const { env, tokens, schemaVersion } = installation
  return {
    env,
    schemaVersion,
    async issueToken(userPrincipalName) {
      const person = await performNow(env, nameTokenHolder, theSystem, { userPrincipalName })
      const now = env.clock()
      const holder = { tenantId: person.tenantId, personId: person.id, userPrincipalName: person.userPrincipalName, authenticatedBy: ['cli', 'mfa'], authenticatedAt: now }
      const accessToken = await tokens.issue(holder, { now, random: env.random, lifetimeSeconds: tokenSeconds })
      return {
        accessToken,
        tokenType: 'Bearer',
        expiresAt: new Date(now.getTime() + tokenSeconds * 1_000).toISOString(),
        userPrincipalName: person.userPrincipalName,
        personId: person.id,
        tenantId: person.tenantId,
        apiUrl: `${env.publicUrl}/api/v1`,
      }
    },
    async backUp(to) {
      const report = await takeBackup({ connections: installation.connections, keyRing: installation.env.keyRing, to })
      await performNow(env, recordKeeping, theSystem, { type: 'installation.backedUp', data: { takenAt: report.takenAt } })
      return report
    },
    async exportCustomers(file) {
      let customers = 0
      const bytes = await writeWhole(file, () => portableCustomers(env, (count) => (customers = count)))
      await performNow(env, recordKeeping, theSystem, { type: 'installation.customersExported', data: { rows: customers } })
      return { file, customers, bytes }
    },
    async examineData() {
      return { publicUrl: env.publicUrl, findings: await examineData(installation.connections) }
    },
    resealSecrets: () => resealSecrets(env, theSystem),
    async release() {
      const released = await performNow(env, releaseInstallation, theSystem, undefined)
      await installation.refresh()
      return released
    },
    async fillDemo() {
      refuseDemo(env.publicUrl, config.databaseUrl)
      return fillDemo(env, { onMarked: () => installation.refresh() })
    },
  }
}

/** Decision 26: demo people have passwords that stood on a terminal; they never live where others can reach them. */
export function refuseDemo(publicUrl: string, databaseUrl: string | undefined): void {
  const refused = (what: string, instead: string) => new DomainError('notAllowed', `Demo data belong on your own machine; ${what}. ${instead}`, { reason: 'demoNotLocal' })
  const { hostname } = new URL(publicUrl)
  if (!isLoopback(hostname)) throw refused(`PUBLIC_URL names ${hostname}`, 'Leave it out, or use http://localhost with a port.')
  const host = databaseUrl === undefined ? 'localhost' : new pg.Client({ connectionString: databaseUrl }).host
  // A path is a local socket.
  if (!host.startsWith('/') && !isLoopback(host)) throw refused('DATABASE_URL names another one', 'Leave it out, or use a database on localhost.')
}
