import { expect } from 'vitest'
import { aBrowser, type Browser, giveAuthenticator, givePassword } from './cookie-browser.ts'
import type { TestServer } from './server.ts'
import { aCustomer, aPartner, sql, type TestPerson } from './world.ts'

type Roles = Parameters<Awaited<ReturnType<typeof aCustomer>>['person']>

/** Somebody of a new customer, with the usual password; a password is enough there. */
export async function somebody(...roles: Roles): Promise<TestPerson> {
  const person = await (await aCustomer()).person(...roles)
  await givePassword(person)
  return person
}

/** That person's browser, signed in at the customer's door. */
export async function signedInAt(server: TestServer, person: TestPerson): Promise<Browser> {
  const browser = aBrowser(server, 'customer')
  expect((await browser.signIn(person)).body).toEqual({ next: 'signedIn' })
  return browser
}

/** An admin agent of a new partner, whose second factor is asked. */
export async function anAgentOf(server: TestServer) {
  const person = await (await aPartner()).person('adminAgent')
  await givePassword(person)
  return { person, authenticator: await giveAuthenticator(server.env, person) }
}

/** What happened to a person, oldest first. */
export const eventsOf = (person: TestPerson) =>
  sql<{ type: string; reason_code: string | null; actor_person_id: string | null; data: object }>(
    'select type, reason_code, actor_person_id, data from events where resource_id = $1 order by sequence',
    [person.id],
  )
