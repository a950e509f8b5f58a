import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { type Server, createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { EngineError, codeOf } from './engine-error.ts'

export interface FolderLock {
  release(): Promise<void>
}

interface Answer {
  state: 'trying' | 'holding'
  pid: number
}

const pattern = /^lock-[0-9a-f]{24}\.sock$/

/** A process that accepts the connection but says nothing for this long is stopped or busy, and counts as holding. */
const silenceMs = 2_000

/**
 * One Vinculo per folder. Each process first listens on a socket of its own name and then asks everybody else who
 * listens. The kernel closes a dead process's socket whatever killed it, so zombies and recycled process numbers never
 * count; and names are never used twice, so removing a dead one cannot hit a living one. Of any two processes at least
 * one sees the other: the later name gives way, the earlier waits until the other holds or is gone.
 */
export async function lockFolder(sockets: string, folder: string): Promise<FolderLock> {
  const own: Answer = { state: 'trying', pid: process.pid }
  const ticket = Date.now().toString(16).padStart(12, '0') + randomBytes(6).toString('hex')
  const name = `lock-${ticket}.sock`
  const server = await listen(join(sockets, `new-${ticket}.sock`), own)
  // Renamed once it listens: a socket that is bound but not yet listening would look dead.
  await rename(join(sockets, `new-${ticket}.sock`), join(sockets, name))
  const release = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await rm(join(sockets, name), { force: true })
  }
  try {
    for (const other of (await readdir(sockets)).filter((entry) => pattern.test(entry) && entry !== name)) {
      await outlast(join(sockets, other), other > name, folder)
    }
  } catch (error) {
    await release()
    throw error
  }
  own.state = 'holding'
  return { release }
}

async function outlast(path: string, isLater: boolean, folder: string): Promise<void> {
  for (;;) {
    const answer = await ask(path)
    if (answer === 'dead') return rm(path, { force: true })
    if (answer === 'dying') continue
    // A later one gives way to this one or has passed it already; an earlier one has the right of way.
    if (answer.state === 'holding' || !isLater) {
      throw new EngineError(
        'folderInUse',
        `Another Vinculo is using the folder ${folder}${answer.pid ? ` (process ${answer.pid})` : ''}. Stop it first, or choose another VINCULO_DATA.`,
        { pid: answer.pid },
      )
    }
    await wait(20)
  }
}

function listen(path: string, own: Answer): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(JSON.stringify(own))
  })
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}

function ask(path: string): Promise<Answer | 'dead' | 'dying'> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = createConnection(path)
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    socket.setTimeout(silenceMs, () => {
      resolve({ state: 'holding', pid: 0 })
      socket.destroy()
    })
    socket.on('error', (error) => {
      const code = codeOf(error)
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve('dead')
      else if (code !== 'ECONNRESET' && code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => resolve(text ? (JSON.parse(text) as Answer) : 'dying'))
  })
}
