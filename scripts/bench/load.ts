import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Sample } from './measure.ts'

interface Many {
  readonly count: number
  readonly clients: number
  readonly warmUp: number
}

/** Pairs of the product, one accepter each, or the addresses of the bare route that are asked for each pair. */
export type Order = Many & ({ readonly url: string; readonly asker: string; readonly accepters: readonly string[] } | { readonly bare: readonly (readonly string[])[] })

/** The clients, in a process of their own: what they cost does not stand in the server's way. */
export async function startLoad(): Promise<{ measure(order: Order): Promise<Sample>; end(): void }> {
  const child = fork(join(import.meta.dirname, 'load-child.ts'))
  await once(child, 'message')
  return {
    async measure(order) {
      child.send(order)
      const heard = new AbortController()
      const failed = once(child, 'exit', heard).then(() => Promise.reject(new Error('the clients failed')))
      const [sample] = (await Promise.race([once(child, 'message', heard), failed])) as [Sample]
      failed.catch(() => undefined)
      heard.abort()
      return sample
    },
    end: () => child.disconnect(),
  }
}

/** Goes around each request of a pair, for recording what it asks of the database. */
type Around = (request: () => Promise<string>) => Promise<string>

/** One pair: a partner asks and takes the link, a customer opens it and accepts with the agreement. */
export async function askAndAccept(url: string, { asker, accepter, around = (request) => request() }: { asker: string; accepter: string; around?: Around }): Promise<void> {
  const ask = async (method: string, token: string, path: string, body?: unknown): Promise<unknown> =>
    JSON.parse(
      await around(async () => {
        const answer = await fetch(`${url}/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
        const text = await answer.text()
        if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`)
        return text
      }),
    )
  const { id } = (await ask('POST', asker, '/relationship-requests', { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })) as { id: string }
  const request = (await ask('GET', asker, `/relationship-requests/${id}?link=shown`)) as { link: string }
  const link = new URL(request.link)
  const secret = link.hash.slice(1)
  const { invType, partnerId, msppId, DAP: dap } = Object.fromEntries(link.searchParams)
  const view = (await ask('POST', accepter, '/invitations/opening', { secret, claims: { invType, partnerId, msppId, dap } })) as InvitationShown
  const { versionId, language, sha256 } = view.agreement
  await ask('POST', accepter, '/invitations/acceptance', { secret, agreement: { versionId, language, sha256 }, version: view.version })
}

interface InvitationShown {
  readonly version: number
  readonly agreement: { readonly versionId: string; readonly language: string; readonly sha256: string }
}
