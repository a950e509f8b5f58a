import { theSystem } from '../../domain/actor.ts'
import { noTenant } from '../../domain/ids.ts'
import { listPortableCustomers, type PortableCustomer } from '../../store/portable-customer-store.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { portableHead, portableRow } from './customers-file.ts'

const batchSize = 500

const readBatch: UseCase<{ readonly after: string }, PortableCustomer[]> = {
  action: 'installation.run',
  run: ({ trx }, { after }) => listPortableCustomers(trx, { after, most: batchSize }),
}

/** The file, piece by piece; tells how many customers were in it once it is whole. */
export async function* portableCustomers(env: Environment, onWhole: (customers: number) => void): AsyncGenerator<Buffer> {
  yield Buffer.from(portableHead)
  let [after, customers]: [string, number] = [noTenant, 0]
  for (;;) {
    const batch = await performNow(env, readBatch, theSystem, { after })
    if (batch.length > 0) yield Buffer.from(batch.map(portableRow).join(''))
    customers += batch.length
    if (batch.length < batchSize) return onWhole(customers)
    after = batch.at(-1)!.id
  }
}
