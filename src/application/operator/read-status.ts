import { product } from '../../product.ts'
import { countInstallation, type InstallationCounts } from '../../store/operator-store.ts'
import { hasOperator } from '../../store/installation-store.ts'
import type { UseCase } from '../use-case.ts'

export interface InstallationStatus {
  readonly version: string
  readonly publicUrl: string
  readonly isDemo: boolean
  /** restored and not released yet: nothing leaves */
  readonly isQuarantined: boolean
  readonly isSetUp: boolean
  /** false where codes are handed out instead of mailed */
  readonly mailLeaves: boolean
  readonly counts: InstallationCounts
}

export const readStatus: UseCase<object, InstallationStatus> = {
  action: 'operator.read',

  async run({ trx, env }) {
    const [counts, isSetUp] = await Promise.all([countInstallation(trx), hasOperator(trx)])
    return { version: product.version, publicUrl: env.publicUrl, isDemo: env.isDemo, isQuarantined: env.isQuarantined === true, isSetUp, mailLeaves: env.mailLeaves, counts }
  },
}
