import { listPartnerAgreements as readVersions, type PartnerAgreementVersion } from '../../store/partner-agreement-store.ts'
import type { UseCase } from '../use-case.ts'

export const listPartnerAgreements: UseCase<object, readonly PartnerAgreementVersion[]> = {
  action: 'operator.read',
  run: ({ trx }) => readVersions(trx),
}
