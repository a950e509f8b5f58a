import type { Answer, TestServer } from './server.ts'
import { aPartner, sql, type TestPerson } from './world.ts'

/** What a partner does with its requests, over HTTP, in as few words as a test needs. */
export function askingAt(server: TestServer) {
  const ask = (who: TestPerson | null, body: object = {}, more: { key?: string | null; language?: string } = {}) =>
    server.ask(who, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'en', ...body }, ...more })
  const read = (who: TestPerson, id: string, query = '') => server.ask(who, 'GET', `/relationship-requests/${id}${query}`)
  const act = (who: TestPerson, id: string, name: string, body: object = {}) => server.ask(who, 'POST', `/relationship-requests/${id}/${name}`, { body })
  const edit = (who: TestPerson, id: string, version: number | undefined, words: object) =>
    server.ask(who, 'PATCH', `/relationship-requests/${id}/draft`, { body: words, ...(version !== undefined && { version }) })
  const check = (who: TestPerson | null, body: object = {}, language = 'en') =>
    server.ask(who, 'POST', '/relationship-request-checks', { body: { kind: 'establish', customer: null, ...body }, language })

  async function aSharedRequest(agent: TestPerson, body: object = {}): Promise<string> {
    const made = await ask(agent, body)
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
    await act(agent, made.body.id, 'sharing', { by: 'done' })
    return made.body.id
  }

  return { ask, read, act, edit, check, aSharedRequest }
}

export async function aPartnerWith(wishes: Parameters<typeof aPartner>[0] = {}) {
  const partner = await aPartner(wishes)
  return { partner, agent: await partner.person('adminAgent') }
}

/** What a refusal says, without what differs every time. */
export function problem({ status, body }: Pick<Answer, 'status' | 'body'>): { status: number; code: string | undefined; reason: string | undefined } {
  return { status, code: body.code, reason: body.reason }
}

export const requestRowOf = (id: string) => sql('select * from relationship_requests where id = $1', [id]).then(([row]) => row!)
export const requestEventsOf = (id: string) => sql('select type, data from events where resource_id = $1 order by sequence', [id])
