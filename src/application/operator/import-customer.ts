import type { Tenant } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { checkedTenant, foundTenant, inviteFounder, type TenantInput } from './found-tenant.ts'
import { recordForOperators } from './tell-operators.ts'

export interface ImportedCustomer {
  readonly tenant: Tenant
  readonly adminId: string
}

/**
 * A customer's tenant that exists in the operator's cloud comes to stand here (decision 27). It attaches to nothing that
 * exists already, and gives no partner any right. A cloud that is closed to creating tenants may still have some imported.
 */
export const importCustomer: UseCase<TenantInput, ImportedCustomer> = {
  action: 'customerTenant.import',

  async run(work, input) {
    const id = work.newId()
    const tenant = { ...checkedTenant(work, input), id, isCustomer: true, isOperator: false, origin: 'operatorImport', createdAt: work.now } as const
    const adminId = await foundTenant(work, tenant, { admin: input.admin, roles: ['globalAdministrator'] })
    await recordForOperators(work, { type: 'tenant.imported', resource: { type: 'tenant', id }, readers: [{ tenantId: id }], data: { cloud: tenant.cloud } })
    return { tenant: await inviteFounder(work, id, adminId), adminId }
  },
}
