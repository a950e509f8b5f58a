import { createClient, type Client, type Connection } from './client.ts'

let connected: Client | null = null

/** Called once, before the first drawing: a page belongs to one portal for all its life. */
export function connectApi(connection: Connection): void {
  connected = createClient(connection)
}

function client(): Client {
  if (!connected) throw new TypeError('connectApi() has not been called')
  return connected
}

/** The API of the portal in which this page runs. */
export const api: Client = {
  get: (path, call) => client().get(path, call),
  getVersioned: (path, call) => client().getVersioned(path, call),
  post: (path, call) => client().post(path, call),
  patch: (path, call) => client().patch(path, call),
  put: (path, call) => client().put(path, call),
  delete: (path, call) => client().delete(path, call),
  file: (path, call) => client().file(path, call),
  stream: (path, call) => client().stream(path, call),
}
