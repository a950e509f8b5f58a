import { mailTenant, readerById, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { findCase } from '../../store/support-store.ts'
import type { Work } from '../use-case.ts'
import type { Letter } from './letters.ts'

/** Told to who asked; what the asker did is no news. The words of an answer stay in the portal. */
export async function caseLetter({ trx }: Work, event: RecordedEvent, template: 'supportAnswered' | 'supportClosed'): Promise<readonly Letter[]> {
  if (event.data.by === 'asker') return []
  const { openedBy, subject } = await findCase(trx, event.resourceId, {})
  const reader = await readerById(trx, openedBy)
  const tenant = reader && (await mailTenant(trx, reader.tenantId))
  if (!tenant) return []
  const path = tenant.isPartner && !reader.roles.includes('globalAdministrator') ? '/partner/support' : '/admin/support'
  return [{ template, tenant, readers: [reader], path: reader.roles.includes('operator') ? '/operator/support' : path, aboutId: event.resourceId, values: () => ({ subject }) } as unknown as Letter]
}
