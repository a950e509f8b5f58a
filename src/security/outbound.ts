import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Rule R14: the only way from here to addresses that somebody else names. */
export type OutboundFetch = (url: string, init?: OutboundInit) => Promise<Response>

export interface OutboundInit {
  readonly method?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | undefined
}

export interface OutboundSettings {
  /** blocks that the operator permits beside the public internet (`10.0.0.0/8`); there plain http and any port are permitted too */
  readonly allow?: readonly string[]
  readonly patienceMs?: number
  readonly mostBytes?: number
}

/** The address is none that may be asked; the message never leaves this installation. */
export class OutboundRefused extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'OutboundRefused'
  }
}

const publicPorts = new Set(['', '443', '8443'])

/**
 * https to public addresses only: every address of the name is checked, the connection goes to the one that was checked,
 * nothing is followed, and the answer has 15 seconds and 64 KiB. Throws OutboundRefused or what the network says.
 */
export function outboundFetch({ allow = [], patienceMs = 15_000, mostBytes = 65_536 }: OutboundSettings = {}): OutboundFetch {
  const permitted = blocksOf(allow)
  return async (text, init = {}) => {
    if (!URL.canParse(text)) throw new OutboundRefused('not an address')
    const url = new URL(text)
    const signal = AbortSignal.timeout(patienceMs)
    const address = await vetted(url, permitted)
    return exchange(url, init, { address, signal, mostBytes })
  }
}

/** The address to connect to, once every address of the name may be asked. A name that is not found is refused. */
async function vetted(url: URL, permitted: BlockList): Promise<{ address: string; family: number }> {
  if (url.username || url.password) throw new OutboundRefused('credentials stand in the address')
  if (!['http:', 'https:'].includes(url.protocol)) throw new OutboundRefused('only https')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true, verbatim: true })
  const [first] = found
  if (!first) throw new OutboundRefused('the name has no address')
  const isPermitted = found.every(({ address }) => permitted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  if (isPermitted) return first
  if (url.protocol !== 'https:' || !publicPorts.has(url.port)) throw new OutboundRefused('only https, on port 443 or 8443')
  if (!found.every(({ address }) => isPublic(address))) throw new OutboundRefused('the name leads into a network that is not public')
  return first
}

/** Global unicast by two opinions: the library's ranges and our own list. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const known = ipaddr.process(address)
  return known.range() === 'unicast' && !closed.check(known.toString(), known.kind())
}

const closed = blocksOf([
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3',
  '::/127', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8', '2002::/16',
])

function blocksOf(blocks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const block of blocks) {
    const [address, prefix] = block.split('/') as [string, string | undefined]
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}

interface Way {
  readonly address: { readonly address: string; readonly family: number }
  readonly signal: AbortSignal
  readonly mostBytes: number
}

/** No proxy, no kept connection, no redirect; Host and SNI are the name's, the connection goes to the checked address. */
function exchange(url: URL, init: OutboundInit, { address, signal, mostBytes }: Way): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = {
      method: init.method ?? 'GET',
      headers: { ...init.headers, ...(init.body !== undefined && { 'content-length': String(Buffer.byteLength(init.body)) }) },
      agent: false,
      signal,
      lookup: ((_name, asked, answer) =>
        (asked as { all?: boolean }).all ? answer(null, [address] as never) : answer(null, address.address, address.family)) as NonNullable<RequestOptions['lookup']>,
    } satisfies RequestOptions
    const sent = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (answer) => {
      read(answer, mostBytes).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(init.body)
  })
}

async function read(answer: IncomingMessage, mostBytes: number): Promise<Response> {
  const status = answer.statusCode ?? 502
  if (status < 200 || (status >= 300 && status < 400)) {
    answer.destroy()
    throw new OutboundRefused(`answered ${status}: redirects are not followed`)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) {
      answer.destroy()
      throw new OutboundRefused('the answer is too long')
    }
    chunks.push(chunk)
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
  const hasBody = status !== 204 && status !== 205
  return new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers })
}
