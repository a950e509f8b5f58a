import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { offerSetUp } from './application/installation/offer-set-up.ts'
import { readiness } from './application/installation/readiness.ts'
import { performNow } from './application/perform.ts'
import type { CommandContext } from './cli/command.ts'
import { serveCommands } from './cli/command-socket.ts'
import { socketCommands } from './cli/commands.ts'
import { commandContext } from './command-context.ts'
import { commandSocket } from './command-socket-path.ts'
import { type Config, publicUrlOf } from './config.ts'
import { smtpTransport } from './delivery/mail/smtp.ts'
import { theSystem } from './domain/actor.ts'
import { buildServer } from './http/server.ts'
import { type Jobs, startJobs } from './jobs/runner.ts'
import { schedule } from './jobs/schedule.ts'
import { type Installation, openInstallation } from './open-installation.ts'
import { startTelemetry } from './start-telemetry.ts'
import type { Log } from './store/postgres/log.ts'
import { unlockOrphans } from './store/unlock-orphans.ts'
import { nightly, nightlyTasks, tasksOf } from './tasks.ts'

export interface RunningServer {
  readonly installation: Installation
  readonly context: CommandContext
  readonly publicUrl: string
  /** the one-time code and page of the first visitor; undefined once somebody is set up */
  readonly setUp: { readonly url: string; readonly code: string } | undefined
  /** stops accepting, lets requests finish for at most 8 seconds, then jobs, then the database (rule R35) */
  stop(): Promise<void>
}

const patienceMs = 8_000

/** Opens the data and serves them until stopped. */
export async function serve(config: Config, log: Log): Promise<RunningServer> {
  const port = config.port === 0 ? await freePort(config.host) : config.port
  const publicUrl = publicUrlOf(config, port)
  const telemetry = await startTelemetry(config, log)
  const installation = await openInstallation(config, { publicUrl, log, telemetry: telemetry.parts })
  let server: FastifyInstance | undefined
  let jobs: Jobs | undefined
  let socket: { close(): Promise<void> } | undefined
  const transport = config.smtpUrl === undefined ? undefined : smtpTransport(config.smtpUrl, publicUrl)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= stopAll())
  const stopAll = async () => {
    await Promise.all([server && stopAccepting(server), socket?.close()])
    await jobs?.stop()
    transport?.close()
    await telemetry.stop()
    await installation.close()
  }
  try {
    const { env } = installation
    if (!existsSync(webFolder)) log.warn({}, 'the portals are not built, so only the API answers: run npm start, or npm run build once')
    const tasks = { ...tasksOf(env, transport), ...nightlyTasks(env, installation.connections) }
    jobs = await startJobs({
      config: installation.connections.jobs,
      tasks,
      recurring: [...schedule, ...nightly],
      log,
      prepare: (pool, applicationName) => unlockOrphans(pool, { applicationName, log }),
    })
    server = await buildServer(env, installation.tokens, {
      allowedHosts: [...config.allowedHosts, new URL(publicUrl).host],
      trustProxy: config.trustProxy,
      ...(config.tls && { tls: config.tls }),
      ...(existsSync(webFolder) && { webFolder }),
      readiness: readiness(env),
    })
    await telemetry.serve(env, { schemaVersion: installation.schemaVersion, tasks: Object.keys(tasks) })
    const code = await performNow(env, offerSetUp, theSystem, undefined)
    const context = commandContext(installation, config)
    socket = await serveCommands(await commandSocket(config.dataFolder), socketCommands, context)
    // Last: who hears that it is ready finds everything there.
    await server.listen({ host: config.host, port })
    return { installation, context, publicUrl, setUp: code && { url: `${publicUrl}/operator/set-up`, code }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Mails and tokens name the address before it is listened on, so "any port" is chosen first. */
async function freePort(host: string): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, host, resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function stopAccepting(server: FastifyInstance): Promise<void> {
  const closed = server.close()
  const isDone = await Promise.race([closed.then(() => true), wait(patienceMs, false, { ref: false })])
  if (isDone) return
  server.server.closeAllConnections()
  await closed
}
