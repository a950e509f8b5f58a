import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { knownTimeZone } from '../../domain/time-zones.ts'
import { findOwnTenant, type TenantSettings, updateTenantSettings } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ShownTenant, showTenant } from './read-tenant.ts'

export type TenantChange = { readonly [Name in keyof TenantSettings]?: TenantSettings[Name] | undefined }

/** Language, time zone and whom to call. Name, country and domains are not one's own to change: others were shown them. */
export const updateTenant: UseCase<TenantChange & { readonly version: number }, ShownTenant> = {
  action: 'tenant.update',

  async run(work, { version, ...change }) {
    const { tenantId } = work.person
    const { language, timeZone, contactName, contactMail, contactPhone, ...tenant } = await findOwnTenant(work.trx, tenantId)
    if (tenant.version !== version) throw new DomainError('changedMeanwhile', 'The settings were changed meanwhile.')
    const before = { language, timeZone, contactName, contactMail, contactPhone }
    const next = { ...before, ...given(change) }
    const changed = (Object.keys(before) as (keyof TenantSettings)[]).filter((name) => next[name] !== before[name])
    if (changed.length > 0) {
      await updateTenantSettings(work.trx, tenantId, next, version)
      await work.record({ type: 'tenant.updated', resource: { type: 'tenant', id: tenantId }, readers: [{ tenantId }], data: { changed } })
    }
    return showTenant(work)
  },
}

/** In the form in which each is kept; null takes a contact away. */
function given(change: TenantChange): Partial<TenantSettings> {
  const { language, timeZone, contactName, contactMail, contactPhone } = change
  return {
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { timeZone: knownTimeZone(timeZone) }),
    ...(contactName !== undefined && { contactName: contactName && displayName(contactName) }),
    ...(contactMail !== undefined && { contactMail: contactMail && mailAddress(contactMail).address }),
    ...(contactPhone !== undefined && { contactPhone }),
  }
}
