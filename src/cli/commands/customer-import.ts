import { importCustomer } from '../../application/operator/import-customer.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command } from '../command.ts'
import { describeLink, founderLink } from './invitation-of-founder.ts'
import { tenantInput, tenantOptions } from './tenant-options.ts'

export const customerImport = command({
  name: 'customer import',
  summary: 'Import a customer’s organization and invite its first Global administrator.',
  options: tenantOptions,
  input: tenantInput,
  run: async (context, input) => {
    const { tenant, adminId } = await performNow(context.env, importCustomer, theSystem, input)
    const { id, name, cloud, country, primaryDomain } = tenant
    return { customer: { id, name, cloud, country, primaryDomain, adminId }, invitation: await founderLink(context, adminId) }
  },
  print: ({ customer, invitation }) => `Imported ${customer.name} (${customer.id}).\n${describeLink(invitation)}`,
})
