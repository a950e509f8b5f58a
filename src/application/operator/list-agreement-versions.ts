import { listVersions, type PublishedVersion } from '../../store/agreement-publishing-store.ts'
import type { UseCase } from '../use-case.ts'

export const listAgreementVersions: UseCase<object, readonly PublishedVersion[]> = {
  action: 'operator.read',
  run: ({ trx }) => listVersions(trx),
}
