import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'

export interface MetricsPlace {
  readonly host: string
  /** 0 takes any free port */
  readonly port: number
  /** what a scraper shows as `Authorization: Bearer`; required where others can reach the port */
  readonly token: string | undefined
}

/**
 * A listener of its own, so that no route of the public port can ever show a number (R38). GET /metrics and nothing else.
 * Gives the port it listens on.
 */
export async function serveMetrics({ host, port, token }: MetricsPlace, text: () => Promise<string>): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000, maxHeaderSize: 8_192 }, (request, response) => {
    const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers }).end(body)
    if (request.url !== '/metrics') return answer(404, 'Only /metrics is answered here.\n')
    if (request.method !== 'GET') return answer(405, 'Only GET is answered here.\n', { allow: 'GET' })
    if (token !== undefined && !isSame(request.headers.authorization, `Bearer ${token}`)) return answer(401, 'Show the token: METRICS_TOKEN of the server.\n', { 'www-authenticate': 'Bearer' })
    text().then(
      (body) => answer(200, body, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
      () => answer(503, 'The numbers could not be read.\n'),
    )
  })
  await listen(server, host, port)
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Takes as long whatever was shown. */
function isSame(shown: string | undefined, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown ?? ''), digest(wanted))
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}
