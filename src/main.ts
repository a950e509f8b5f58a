import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Command, type CommandContext, UsageError, type Workshop, type WorkshopCommand } from './cli/command.ts'
import { askServer } from './cli/command-socket.ts'
import { describeDemo } from './cli/describe-demo.ts'
import { CommandRefused } from './cli/failure.ts'
import { runProgram } from './cli/program.ts'
import { commandSocket } from './command-socket-path.ts'
import { type Config, dataFolderOf, publicUrlOf, readConfig } from './config.ts'
import { createLog } from './log.ts'

/** A server that is just starting or stopping holds the data and does not answer yet. */
const patienceMs = 10_000

async function start({ isDemo }: { isDemo: boolean }): Promise<void> {
  // Loaded here: a command beside a running server needs none of it.
  const [{ serve }, { refuseDemo }] = await Promise.all([import('./serve.ts'), import('./command-context.ts')])
  const log = createLog(isDemo ? 'warn' : 'info')
  logWhatNobodyCaught(log)
  const config = readConfig(isDemo ? { ...process.env, VINCULO_DATA: process.env.VINCULO_DATA || demoFolder() } : process.env)
  if (isDemo) refuseDemo(publicUrlOf(config, config.port), config.databaseUrl)
  if (process.getuid?.() === 0) log.warn({}, 'running as root: give the server an account of its own; its database runs under another already')
  const starting = serve(config, log)
  stopOnSignals(starting, log)
  const running = await starting
  try {
    if (isDemo) process.stdout.write(`${describeDemo(await running.context.fillDemo())}\n`)
  } catch (error) {
    await running.stop()
    throw error
  }
  process.stdout.write(`Vinculo answers at ${running.publicUrl}\n`)
  const setUp = isDemo ? undefined : running.setUp
  if (setUp) process.stdout.write(`Nobody is set up yet. Open ${setUp.url} and enter this code, good until the next start:\n\n  ${setUp.code}\n\n`)
}

/** From the first moment: a server that answers already, or is about to, is stopped in order too. */
function stopOnSignals(starting: Promise<{ stop(): Promise<void> }>, log: ReturnType<typeof createLog>): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      log.info({ signal }, 'stopping')
      starting.then((running) => running.stop()).then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error: String(error) }, 'could not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}

/** Node would write these in its own form, and in several lines. */
function logWhatNobodyCaught(log: ReturnType<typeof createLog>): void {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log.warn({ name: warning.name, error: warning.message }, 'the runtime warns'))
  process.on('uncaughtException', (error) => {
    log.error({ error: error.stack ?? String(error) }, 'an error that nobody caught ends the server')
    process.exit(1)
  })
}

/** On the running server where there is one, else on the data themselves (decision 24). */
async function perform(command: Command, input: unknown): Promise<unknown> {
  const config = readConfig(await withFolder(command.name))
  for (const begin = Date.now(); ; ) {
    const answered = existsSync(config.dataFolder) ? await askServer(await commandSocket(config.dataFolder), command.name, input) : undefined
    if (answered) {
      if ('failure' in answered) throw new CommandRefused(answered.failure)
      return answered.output
    }
    try {
      return await openAndPerform(config, command, input)
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'folderInUse' || Date.now() - begin > patienceMs) throw error
      await wait(200)
    }
  }
}

/** Loaded where they are needed: a command beside a running server needs none of them. */
const workshop: Workshop = {
  async restore(from, keyFile, erasures) {
    const { restoreInstallation } = await import('./restore-installation.ts')
    return restoreInstallation(readConfig(process.env), { from, keyFile, erasures, log: createLog('error') })
  },
  async rotateKeys() {
    const { rotateKeys } = await import('./rotate-keys.ts')
    return rotateKeys(readConfig(await withFolder('keys rotate')))
  },
  async diagnose() {
    const { diagnose } = await import('./diagnose.ts')
    return diagnose(await withFolder('doctor'))
  },
}

async function openAndPerform(config: Config, command: Command, input: unknown): Promise<unknown> {
  const [{ openInstallation }, { commandContext, refuseDemo }] = await Promise.all([import('./open-installation.ts'), import('./command-context.ts')])
  if (command.name === 'demo') refuseDemo(publicUrlOf(config, config.port), config.databaseUrl)
  const installation = await openInstallation(config, { publicUrl: publicUrlOf(config, config.port), log: createLog('error') })
  try {
    const context: CommandContext = commandContext(installation, config)
    return await command.run(context, input)
  } finally {
    await installation.close()
  }
}

/** `npm run demo` keeps its data apart, so that the first real start still finds an empty installation. */
function demoFolder(): string {
  return `${dataFolderOf({ ...process.env, VINCULO_DATA: undefined })}-demo`
}

/** Without VINCULO_DATA: the installation that runs, be it the demo; else the usual folder. */
async function withFolder(name: string): Promise<NodeJS.ProcessEnv> {
  if (process.env.VINCULO_DATA) return process.env
  const usual = dataFolderOf(process.env)
  const isRunning = async (folder: string) => existsSync(folder) && (await askServer(await commandSocket(folder), 'ping', {})) !== undefined
  const isDemo = !(await isRunning(usual)) && ((await isRunning(demoFolder())) || (name === 'demo' && !existsSync(join(usual, 'postgres'))))
  return isDemo ? { ...process.env, VINCULO_DATA: demoFolder() } : process.env
}

/** A release holds no bench. Without words it is a small one: a hundredth of the data. */
async function bench(words: readonly string[]): Promise<number> {
  const script = fileURLToPath(new URL('../scripts/bench/run.ts', import.meta.url))
  if (!existsSync(script)) throw new UsageError('The bench is part of the sources: clone the repository, npm ci, then npm run bench.')
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...(words.length > 0 ? words : ['0.01'])], { stdio: 'inherit' })
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)))
}

const exitCode = await runProgram(process.argv.slice(2), { start, perform, bench, performHere: (command: WorkshopCommand, input) => command.runHere(workshop, input) })
if (exitCode !== undefined) process.exit(exitCode)
