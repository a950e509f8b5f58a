import { chmod, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { product } from '../product.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'
import { type CommandFailure, failureOf } from './failure.ts'

/** What the two ends say to each other; JSON, one request a command. */
interface Asked {
  readonly command: string
  readonly version: string
  readonly input: unknown
}

export type Answered = { readonly output: unknown } | { readonly failure: CommandFailure }

/** Agreement texts are the longest input there is. */
const longestInput = 8 * 1024 * 1024

/**
 * Lets the command line work beside the running server (decision 24). Whoever may open the socket is the operator of
 * this machine: it has mode 0600 and lies in a folder that is closed to other accounts.
 */
export async function serveCommands(path: string, commands: readonly Command[], context: CommandContext): Promise<{ close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, commands, context).then(
      (answered) => outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(answered)),
      () => outgoing.writeHead(400).end(),
    )
  })
  // The folder's lock is held, so a socket that lies here was left by a process that is gone.
  await rm(path, { force: true })
  await listen(server, path)
  await chmod(path, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Has a running server perform the command; undefined when none listens. */
export async function askServer(path: string, name: string, input: unknown): Promise<Answered | undefined> {
  const asked: Asked = { command: name, version: product.version, input }
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: path, method: 'POST', path: '/', headers: { 'content-type': 'application/json' } }, (incoming) => {
      read(incoming, Infinity).then((text) => resolve(JSON.parse(text) as Answered), reject)
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined)
      else reject(error)
    })
    outgoing.end(JSON.stringify(asked))
  })
}

async function answer(incoming: IncomingMessage, commands: readonly Command[], context: CommandContext): Promise<Answered> {
  const asked = JSON.parse(await read(incoming, longestInput)) as Asked
  try {
    if (asked.version !== product.version) {
      throw new UsageError(`The running server is Vinculo ${product.version}; this command line is ${asked.version}. Use the one that belongs to the server.`)
    }
    const command = commands.find(({ name }) => name === asked.command)
    if (!command) throw new UsageError(`The running server knows no command ${asked.command}.`)
    return { output: await command.run(context, asked.input) }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.exitCode === 70) context.env.log.error({ name: asked.command, error: String(error) }, 'a command failed')
    return { failure }
  }
}

async function read(incoming: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length
    if (length > most) throw new Error('the input is too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
}
