import type { Environment } from '../application/environment.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import type { IssuedToken } from '../application/operator/issued-token.ts'

/** What a command works with, in the process that holds the data. */
export interface CommandContext {
  readonly env: Environment
  /** the newest migration that is applied */
  readonly schemaVersion: number
  issueToken(userPrincipalName: string): Promise<IssuedToken>
  fillDemo(): Promise<DemoReport>
}

export interface CommandOption {
  /** as commander reads it: `--cloud <id>` */
  readonly flags: string
  readonly summary: string
  readonly isRequired?: true
  readonly default?: string
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/**
 * One command. `input` runs where it was typed and may read files there; `run` where the data are, which may be a
 * running server: so what passes between them is JSON.
 */
export interface Command<Input = unknown, Output = unknown> {
  /** one word, or two: `partner enrol` */
  readonly name: string
  readonly summary: string
  readonly options: readonly CommandOption[]
  input(options: OptionValues): Promise<Input> | Input
  run(context: CommandContext, input: Input): Promise<Output>
  /** for people; with --json the output itself is printed */
  print(output: Output): string
}

/** Keeps a command's own types while it is written, and forgets them in the table. */
export function command<Input, Output>(spec: Command<Input, Output>): Command {
  return spec as Command
}

/** What was typed cannot be a command: exit code 2. */
export class UsageError extends Error {}

export function textOption(options: OptionValues, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(`The option --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} is missing.`)
  return value
}
