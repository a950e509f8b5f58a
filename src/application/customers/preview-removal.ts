import { localName } from '../../domain/clouds/cloud-rules.ts'
import { DomainError } from '../../domain/errors.ts'
import { listed } from '../../domain/formats.ts'
import type { Language } from '../../language/languages.ts'
import { removalText } from '../../language/removal-text.ts'
import { findAccount } from '../../store/customer-account-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { describePrivileges } from './describe-customer.ts'
import { blockersOf } from './removal-blockers.ts'
import { removalStatement } from './removal-statement.ts'

export type RemovalPreview = Awaited<ReturnType<typeof describeRemoval>>

/** What removing would end, keep and need; changes nothing. Blockers are listed with their fix, never hidden (decision 13, H-16). */
export const previewRemoval: UseCase<{ readonly customerId: string; readonly reader: Language }, RemovalPreview> = {
  action: 'customer.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const account = await findAccount(work.trx, work.person.tenantId, customerId)
    if (!account || account.endedAt !== null) throw new DomainError('notFound', 'No such customer on the list.')
    return describeRemoval(work, customerId, reader)
  },
}

async function describeRemoval(work: Work, customerId: string, reader: Language) {
  const { manifest } = work
  const privileges = await describePrivileges(work, customerId, reader)
  const say = (text: Parameters<typeof removalText>[1]) =>
    removalText(reader, text, { operator: localName(manifest.operatorName, reader), services: listed(reader, privileges.map(({ serviceName }) => serviceName)) })
  return {
    blockers: await blockersOf(work, customerId, reader),
    blockersNote: explain(reader, 'nothingInTheWay').reasonText,
    statement: removalStatement(manifest, reader),
    privileges: privileges.map(({ service, serviceName }) => ({ service, serviceName })),
    privilegesChoice: manifest.removalEndsPrivileges,
    noticeNote: say('noNotice'),
    whatStops: [
      say('stopsList'),
      say('stopsPurchases'),
      say('stopsRequests'),
      ...(privileges.length === 0 ? [] : [say(manifest.removalEndsPrivileges === 'always' ? 'endsPrivileges' : 'keepsPrivileges')]),
      say('keepsDuties'),
    ],
  }
}
