/** What was looked at, how it stands, and what a person does about it. */
export interface Finding {
  /** stable, for scripts */
  readonly check: string
  readonly standing: 'ok' | 'warning' | 'failure'
  readonly says: string
  /** present unless all is well */
  readonly cure: string | null
}

export const ok = (check: string, says: string): Finding => ({ check, standing: 'ok', says, cure: null })
export const warning = (check: string, says: string, cure: string): Finding => ({ check, standing: 'warning', says, cure })
export const failure = (check: string, says: string, cure: string): Finding => ({ check, standing: 'failure', says, cure })

export interface Diagnosis {
  readonly findings: readonly Finding[]
  readonly failures: number
  readonly warnings: number
}

export function diagnosisOf(findings: readonly Finding[]): Diagnosis {
  const count = (wanted: Finding['standing']) => findings.filter(({ standing }) => standing === wanted).length
  return { findings, failures: count('failure'), warnings: count('warning') }
}
