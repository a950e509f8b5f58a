import type { Diagnosis, Finding } from '../../doctor/finding.ts'
import { command, workshopCommand } from '../command.ts'

export const doctor = workshopCommand<object, Diagnosis>({
  name: 'doctor',
  summary: 'Look at everything an installation stands on, and say what to do where it does not stand well. Changes nothing.',
  options: [],
  input: () => ({}),
  runHere: (workshop) => workshop.diagnose(),
  exitCode: ({ failures }) => (failures > 0 ? 1 : 0),
  print: ({ findings, failures, warnings }) => [...findings.map(describe), '', `${failures} failures, ${warnings} warnings, ${findings.length} checks.`].join('\n'),
})

/** What only the process that has the data open can look at; asked by `doctor` itself. */
export const doctorData = command({
  name: 'doctor data',
  summary: 'Look at the data.',
  options: [],
  input: () => ({}),
  run: (context) => context.examineData(),
  print: ({ findings }) => findings.map(describe).join('\n'),
})

function describe({ check, standing, says, cure }: Finding): string {
  return `${standing.padEnd(8)} ${check}: ${says}${cure === null ? '' : `\n${' '.repeat(9)}→ ${cure}`}`
}
