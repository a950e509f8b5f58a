import { Argument, Command as Program, CommanderError, Option } from 'commander'
import { product } from '../product.ts'
import type { Command, OptionValues, WorkshopCommand } from './command.ts'
import { commands, workshopCommands } from './commands.ts'
import { completionScript, type Shell, shells } from './completion.ts'
import { failureOf } from './failure.ts'

/** What the program does beyond parsing; main.ts hands it in. */
export interface ProgramWork {
  start(options: { readonly isDemo: boolean }): Promise<void>
  /** on a running server, else on the data themselves; gives the command's output */
  perform(command: Command, input: unknown): Promise<unknown>
  /** the bench of a checkout; gives its exit code */
  bench(args: readonly string[]): Promise<number>
  /** here, whether a server runs or not */
  performHere(command: WorkshopCommand, input: unknown): Promise<unknown>
}

/** `vinculo <command> [--json]`. Gives the exit code; undefined while a server keeps running. */
export async function runProgram(argv: readonly string[], work: ProgramWork): Promise<number | undefined> {
  let exitCode: number | undefined = 0
  const program = new Program('vinculo')
    .description('Vinculo, the open, self-hosted partner center.')
    .version(product.version)
    .showHelpAfterError('(vinculo --help lists the commands)')
    .exitOverride()
  program
    .command('start')
    .description('Start the server on VINCULO_DATA, or on DATABASE_URL.')
    .option('--demo', 'as a demo installation: filled when empty, refused for anything but demo data')
    .action(async (options: { demo?: true }) => {
      await work.start({ isDemo: options.demo === true })
      exitCode = undefined
    })
  for (const command of commands) {
    build(program, command).action(async (options: OptionValues) => {
      const output = await work.perform(command, await command.input(options))
      write(command, options, output)
      exitCode = command.exitCode?.(output) ?? 0
    })
  }
  for (const command of workshopCommands) {
    build(program, command).action(async (options: OptionValues) => {
      const output = await work.performHere(command, await command.input(options))
      write(command, options, output)
      exitCode = command.exitCode?.(output) ?? 0
    })
  }
  addTools(program, work, (code) => (exitCode = code))
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const failure = failureOf(error)
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code: failure.code, message: failure.message } }, null, 2)}\n`)
    else process.stderr.write(`${failure.message}\n`)
    exitCode = failure.exitCode
  }
  return exitCode
}

/** For the shell and for those who have the sources. */
function addTools(program: Program, work: ProgramWork, ended: (exitCode: number) => void): void {
  program
    .command('completion')
    .description('Print what completes these commands: source <(vinculo completion bash)')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action((shell: Shell) => void process.stdout.write(`${completionScript(program, shell)}\n`))
  program
    .command('bench')
    .description('Measure a checkout of the sources with a hundredth of the data of npm run bench, which is vinculo bench 1.')
    .argument('[words...]', 'share of the data: 1 is all of it')
    .allowUnknownOption()
    .action(async (words: string[]) => {
      ended(await work.bench(words))
    })
}

function write({ print }: Pick<Command, 'print'>, options: OptionValues, output: unknown): void {
  process.stdout.write(options.json ? `${JSON.stringify(output, null, 2)}\n` : `${print(output)}\n`)
}

const groups: Readonly<Record<string, string>> = {
  operator: 'People who run the installation.',
  partner: 'Partners and their standing.',
  customer: 'Customers’ organizations.',
  agreement: 'Customer agreements.',
  keys: 'The key file, and what is sealed with it.',
}

/** Two words make a command inside a group: `partner enrol`. */
function build(program: Program, { name, summary, options }: Pick<Command, 'name' | 'summary' | 'options'>): Program {
  const words = name.split(' ')
  const verb = words.pop()!
  const parent = words.reduce((group, word) => group.commands.find((known) => known.name() === word) ?? group.command(word).description(groups[word] ?? `Commands on ${word}.`), program)
  const built = parent.command(verb).description(summary)
  for (const option of options) {
    const made = new Option(option.flags, option.summary)
    if (option.isRequired) made.makeOptionMandatory()
    if (option.default !== undefined) made.default(option.default)
    built.addOption(made)
  }
  return built.option('--json', 'print JSON')
}
