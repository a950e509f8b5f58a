import type { Tenant } from '../../store/tenant-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { UseCase, Work } from '../use-case.ts'
import { checkedTenant, foundTenant, inviteFounder, type TenantInput } from './found-tenant.ts'
import { recordForOperators } from './tell-operators.ts'

export interface ImportedCustomer {
  readonly tenant: Tenant
  readonly adminId: string
}

/** A customer's tenant comes into being here; a cloud that is closed to new tenants takes none (decision 2). */
export const createCustomer: UseCase<TenantInput, ImportedCustomer> = {
  action: 'customerTenant.create',

  async run(work, input) {
    const { cloud } = checkedTenant(work, input)
    if (work.env.manifestOf(cloud).closedToCreatingTenants) {
      throw new DomainError('invalidInput', `The cloud ${cloud} takes no new tenants.`, { reason: 'cloudClosedToCreating', field: 'cloud' })
    }
    return foundCustomer(work, input, { type: 'tenant.created', id: work.newId() })
  },
}

/**
 * A customer's tenant that exists in the operator's cloud comes to stand here (decision 27). It attaches to nothing that
 * exists already, and gives no partner any right. A cloud that is closed to creating tenants may still have some imported.
 */
export const importCustomer: UseCase<TenantInput, ImportedCustomer> = {
  action: 'customerTenant.import',

  run: (work, input) => foundCustomer(work, input, { type: 'tenant.imported', id: work.newId() }),
}

/** Under an id that nobody has yet. */
export async function foundCustomer(work: Work, input: TenantInput, { type, id }: { readonly type: 'tenant.imported' | 'tenant.created'; readonly id: string }): Promise<ImportedCustomer> {
  const tenant = { ...checkedTenant(work, input), id, isCustomer: true, isOperator: false, origin: 'operatorImport', createdAt: work.now } as const
  const adminId = await foundTenant(work, tenant, { admin: input.admin, roles: ['globalAdministrator'] })
  await recordForOperators(work, { type, resource: { type: 'tenant', id }, readers: [{ tenantId: id }], data: { cloud: tenant.cloud } })
  return { tenant: await inviteFounder(work, id, adminId), adminId }
}
