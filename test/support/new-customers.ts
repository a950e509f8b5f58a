import { randomUUID } from 'node:crypto'
import type { NewCustomer, Statement } from '../../src/http/portal/new-customer-schemas.ts'
import type { TestServer } from './server.ts'
import type { TestPerson } from './world.ts'

/** A form that is right as it stands: a Spanish company whose name and domain nobody had before. */
export function aNewCustomer(wishes: Partial<NewCustomer> = {}): NewCustomer {
  const mark = randomUUID().slice(0, 8)
  return {
    companyName: `Talleres Olmedo ${mark}, S. L.`,
    domainPrefix: `olmedo${mark}`,
    country: 'ES',
    language: 'es',
    culture: 'es-ES',
    firstName: 'Lucía',
    lastName: 'Olmedo',
    mail: 'lucia@olmedo.example',
    phone: '',
    addressLine1: 'Calle de la Rueda 12',
    addressLine2: '',
    city: 'Valladolid',
    state: '',
    postalCode: '47001',
    registrationNumber: '',
    ...wishes,
  }
}

/** Who accepted the agreement, as a partner states it. */
export function aStatement(wishes: Partial<Statement> = {}): Statement {
  return { firstName: 'Lucía', lastName: 'Olmedo', mail: 'lucia@olmedo.example', phone: null, agreedOn: '2026-01-15', ...wishes }
}

type Asked = Parameters<TestServer['ask']>[3]
export type Choice = { choice: 'customerIsAsked' } | { choice: 'attested'; statement: Statement } | null

export const creating =
  (server: TestServer) =>
  (who: TestPerson | null, customer: NewCustomer, agreement: Choice = { choice: 'customerIsAsked' }, more: Asked = {}) =>
    server.ask(who, 'POST', '/customers', { body: { customer, agreement }, ...more })

export const problemOf = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
