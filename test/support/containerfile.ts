import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export interface Step {
  readonly instruction: 'WORKDIR' | 'COPY' | 'RUN' | 'USER' | 'ENV' | 'VOLUME' | 'EXPOSE' | 'STOPSIGNAL' | 'HEALTHCHECK' | 'CMD'
  readonly text: string
}

export interface Stage {
  readonly name: string
  readonly from: string
  readonly steps: readonly Step[]
}

const known = /^(WORKDIR|COPY|RUN|USER|ENV|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD) (.+)$/

/** deploy/Containerfile as its stages; an instruction that this does not know is a mistake, not skipped. */
export function containerStages(): readonly Stage[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../deploy/Containerfile'), 'utf8').replace(/\\\n\s*/g, ' ')
  const stages: { name: string; from: string; steps: Step[] }[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const [, from, name] = /^FROM (\S+)(?: AS (\S+))?$/.exec(line) ?? []
    if (from) stages.push({ from, name: name ?? 'final', steps: [] })
    else {
      const [, instruction, rest] = known.exec(line) ?? []
      if (!instruction) throw new Error(`deploy/Containerfile says ${line}, which this test cannot do`)
      stages.at(-1)!.steps.push({ instruction: instruction as Step['instruction'], text: rest! })
    }
  }
  return stages
}

/** The words of ENV, as NAME=value. */
export function variablesOf(steps: readonly Step[]): Record<string, string> {
  return Object.fromEntries(steps.filter(({ instruction }) => instruction === 'ENV').flatMap(({ text }) => text.split(' ').map((pair) => pair.split('=') as [string, string])))
}
