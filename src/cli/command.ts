import type { Environment } from '../application/environment.ts'
import type { BackupReport } from '../backup/take-backup.ts'
import type { RestoreReport } from '../backup/restore-report.ts'
import type { Resealed } from '../application/installation/reseal-secrets.ts'
import type { Released } from '../application/installation/release-installation.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import type { Diagnosis, Finding } from '../doctor/finding.ts'
import type { IssuedToken } from '../application/operator/issued-token.ts'

/** What a command works with, in the process that holds the data. */
export interface CommandContext {
  readonly env: Environment
  /** the newest migration that is applied */
  readonly schemaVersion: number
  issueToken(userPrincipalName: string): Promise<IssuedToken>
  fillDemo(): Promise<DemoReport>
  /** into a file that does not exist yet, by the process that has the data open */
  backUp(to: string): Promise<BackupReport>
  /** into a file that does not exist yet, by the process that has the data open */
  exportCustomers(to: string): Promise<ExportReport>
  release(): Promise<Released>
  resealSecrets(): Promise<Resealed>
  examineData(): Promise<{ readonly publicUrl: string; readonly findings: readonly Finding[] }>
}

export interface ExportReport {
  readonly file: string
  readonly customers: number
  readonly bytes: number
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
  /** what a script reads from an output that was given, 0 unless said otherwise */
  exitCode?(output: Output): number
}

export interface RotatedKeys {
  readonly keyFile: string
  readonly keyId: string
  readonly formerKeyIds: readonly string[]
  /** whether one goes on with the keys it read at its start */
  readonly isServerRunning: boolean
}

/**
 * What works on the installation as a whole, without the data being open, and beside no server: it runs where it was typed.
 */
export interface Workshop {
  restore(from: string, keyFile: string | undefined): Promise<RestoreReport>
  diagnose(): Promise<Diagnosis>
  rotateKeys(): Promise<RotatedKeys>
}

/** A command of its own kind: it needs no data that can be opened, or makes them. */
export interface WorkshopCommand<Input = unknown, Output = unknown> extends Omit<Command<Input, Output>, 'run'> {
  runHere(workshop: Workshop, input: Input): Promise<Output>
}

export function workshopCommand<Input, Output>(spec: WorkshopCommand<Input, Output>): WorkshopCommand {
  return spec as WorkshopCommand
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
