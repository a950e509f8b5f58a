import { closedTenantDays, contractEvidenceYears, keptDays } from '../../domain/personal-data/erasing.ts'
import { countDue, type DueCounts } from '../../store/retention-store.ts'
import { enterWholeInstallation } from '../../store/tenant-closing-store.ts'
import type { UseCase } from '../use-case.ts'

export interface DueRetention {
  readonly what: keyof DueCounts
  /** how long it is kept after its end */
  readonly keptDays: number
  /** rows, or people, that the next run takes */
  readonly due: number
}

/** A dry run of everything that is forgotten by itself (rule R34): what would go now. Changes nothing. */
export const previewRetention: UseCase<void, readonly DueRetention[]> = {
  action: 'operator.read',

  async run({ trx, now }) {
    const days = { ...keptDays, closedOrganizations: closedTenantDays }
    const ago = (count: number) => new Date(now.getTime() - count * 86_400_000)
    await enterWholeInstallation(trx)
    // When the evidence of somebody is due stands beside it.
    const due = await countDue(trx, { sessions: ago(days.sessions), oneTimeSecrets: ago(days.oneTimeSecrets), registrations: ago(days.registrations), closedOrganizations: ago(days.closedOrganizations), evidence: now })
    return (Object.keys(due) as (keyof DueCounts)[]).map((what) => ({ what, keptDays: what === 'evidence' ? contractEvidenceYears * 365 : days[what], due: due[what] }))
  },
}
