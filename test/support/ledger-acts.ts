import { randomUUID } from 'node:crypto'
import type { Environment } from '../../src/application/environment.ts'
import { placeOrder } from '../../src/application/orders/place-order.ts'
import { perform, type Remember } from '../../src/application/perform.ts'
import { fulfilSubscription, refuseSubscription } from '../../src/application/provisioning/provision.ts'
import { changeSeats } from '../../src/application/subscriptions/change-subscription.ts'
import { cancelSubscription, reactivateSubscription, suspendSubscription } from '../../src/application/subscriptions/end-subscription.ts'
import { bookDueCycles } from '../../src/application/subscriptions/settle-subscription.ts'
import { acceptTransfer } from '../../src/application/transfers/accept-transfer.ts'
import { proposeTransfer } from '../../src/application/transfers/propose-transfer.ts'
import type { UseCase } from '../../src/application/use-case.ts'
import { type Actor, type PersonActor, theSystem } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { BookAct, BookOffer } from './reference-ledger.ts'
import { items, lineOf } from './catalogue.ts'
import { sql, type TestPerson, type TestTenant } from './world.ts'

/** Two sellers of one customer, and the operator that provisions. */
export interface Market {
  readonly customer: Pick<TestTenant, 'id'>
  readonly sellers: readonly [TestTenant, TestTenant]
  readonly agents: readonly [PersonActor, PersonActor]
  readonly operator: PersonActor
}

export function actorOf(person: TestPerson, tenant: Pick<TestTenant, 'name'>, more: Partial<PersonActor>): PersonActor {
  return {
    ...{ kind: 'person', personId: person.id, tenantId: person.tenantId, cloud: 'public', country: 'ES', timeZone: 'Europe/Madrid', displayName: 'Ledger', userPrincipalName: person.userPrincipalName },
    ...{ mail: null, language: null, roles: ['adminAgent'], tenantName: tenant.name, isCustomer: false, isOperator: false, partnerKinds: ['directBill'], hasTotp: true, sessionId: null },
    ...{ authenticatedBy: [], steppedUpAt: null, clockOffset: 0, address: null, userAgent: null, traceId: 'ledger' },
    ...more,
  } as PersonActor
}

/** One act as a client does it: with one key, sent again while no answer comes, and now and then although one came. */
export interface Client {
  readonly market: Market
  /** of the first try, which may be cut; and of all that follow */
  readonly first: Environment
  readonly env: Environment
  readonly isRepeated: boolean
}

async function sent<Input, Output>(client: Client, useCase: UseCase<Input, Output>, actor: Actor, input: Input): Promise<Output | undefined> {
  let output: Output | undefined
  const remember: Remember<Output> = { act: { route: `POST /${useCase.action}`, key: randomUUID(), bodySha256: Buffer.alloc(32), keptForDays: 30 }, present: () => ({ status: 200, answer: null, etag: null }) }
  const ask = async (env: Environment) => {
    const done = await perform(env, { useCase, actor, input }, actor.kind === 'person' ? remember : undefined)
    if ('output' in done) output = done.output
  }
  await ask(client.first).catch(async (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'notReady') throw error
    await ask(client.env)
  })
  if (client.isRepeated) await ask(client.env).catch(ignoreOldVersion)
  return output
}

/** What names a version cannot have an effect twice. */
function ignoreOldVersion(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'changedMeanwhile') throw error
}

/** The subscription that is ordered; undefined where the order is refused. */
export async function order(client: Client, seller: 0 | 1, line: { readonly offer: BookOffer; readonly seats: number; readonly replaces?: string }): Promise<string | undefined> {
  const { market } = client
  const lines = [{ ...lineOf(items[line.offer], { quantity: line.seats }), friendlyName: null, baseSubscriptionId: null, resellerId: null, replacesSubscriptionId: line.replaces ?? null }]
  const input = { customerId: market.customer.id, lines: lines as never, expectedTotal: null, reader: 'en' as const }
  try {
    return (await sent(client, placeOrder, market.agents[seller], input))!.subscriptions[0]!.id
  } catch (error) {
    if (error instanceof DomainError && error.code === 'orderNotPossible') return undefined
    throw error
  }
}

/** What is due of all these until now, as the schedule books it. */
export async function bookAll(client: Client, ids: readonly string[]): Promise<void> {
  const customerId = client.market.customer.id
  await sent(client, { action: 'subscription.bill', run: async (work) => { for (const id of ids) await bookDueCycles(work, { customerId, id }) } }, theSystem, undefined)
}

/** Whether it was done; a refusal is an answer, anything else fails the test. */
export async function done(client: Client, seller: 0 | 1, subscriptionId: string, step: BookAct): Promise<boolean> {
  try {
    await carryOut(client, seller, subscriptionId, step)
    return true
  } catch (error) {
    if (error instanceof DomainError && ['invalidTransition', 'subscriptionNotPossible', 'transferNotPossible'].includes(error.code)) return false
    throw error
  }
}

async function carryOut(client: Client, seller: 0 | 1, subscriptionId: string, step: BookAct): Promise<void> {
  const { customer, agents, operator } = client.market
  const agent = agents[seller]
  const named = { customerId: customer.id, subscriptionId, reader: 'en' as const }
  switch (step.do) {
    case 'fulfil':
      return void (await sent(client, fulfilSubscription, operator, { subscriptionId }))
    case 'refuse':
      return void (await sent(client, refuseSubscription, operator, { subscriptionId, note: 'No' }))
    case 'suspend':
      return void (await sent(client, suspendSubscription, agent, { ...named, because: 'fraud' }))
    case 'reactivate':
      return void (await sent(client, reactivateSubscription, agent, named))
    case 'cancel':
      return void (await sent(client, cancelSubscription, agent, named))
    case 'book':
      return void (await sent(client, { action: 'subscription.bill', run: (work) => bookDueCycles(work, { customerId: customer.id, id: subscriptionId }) }, theSystem, undefined))
    case 'seats': {
      const [row] = await sql<{ version: number }>('select version from subscriptions where id = $1', [subscriptionId])
      return void (await sent(client, changeSeats, agent, { ...named, quantity: step.seats, version: row!.version }))
    }
    case 'transfer':
      return transfer(client, seller, subscriptionId)
  }
}

async function transfer(client: Client, seller: 0 | 1, subscriptionId: string): Promise<void> {
  const { customer, sellers, agents } = client.market
  const other = seller === 0 ? 1 : 0
  const { env } = client
  const proposed = await sent({ ...client, first: env, isRepeated: false }, proposeTransfer, agents[seller], { customerId: customer.id, partnerDomain: sellers[other].domain, choice: { subscriptionIds: [subscriptionId], staysAsReseller: false }, reader: 'en' })
  // Both sides are shown the same, under the same number.
  await sent(client, acceptTransfer, agents[other], { customerId: customer.id, id: proposed!.id, versionShown: proposed!.versionShown, reader: 'en' })
}
