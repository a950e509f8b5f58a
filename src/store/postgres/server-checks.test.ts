import { spawn } from 'node:child_process'
import pg from 'pg'
import { expect, it, onTestFinished, vi } from 'vitest'
import { embeddedFolder } from '../../../test/support/embedded-folder.ts'
import { embeddedBinaries } from './binaries.ts'
import { createCluster, superuserName } from './create-cluster.ts'
import { prepareFolder } from './folder.ts'
import { databaseIdentity } from './identity.ts'
import { checkServer } from './server-checks.ts'

it.each(['fsync', 'full_page_writes'])('a server with %s off is refused, by the name of the setting', async (setting) => {
  const place = await prepareFolder(await embeddedFolder())
  const binaries = await embeddedBinaries()
  const identity = databaseIdentity(place.data)
  await createCluster(place, binaries, identity, 'secret')
  const options = [`${setting}=off`, 'listen_addresses=', `unix_socket_directories=${place.sockets}`].flatMap((option) => ['-c', option])
  const [command, args] = identity.wrap(binaries.postgres, ['-D', place.data, ...options])
  const server = spawn(command, args, { ...identity.credentials, stdio: 'ignore' })
  const ended = new Promise((done) => server.once('exit', done))
  // It writes while it stops: its folder goes afterwards.
  onTestFinished(async () => {
    server.kill('SIGINT')
    await ended
  })
  const client = await vi.waitFor(async () => {
    const opening = new pg.Client({ host: place.sockets, user: superuserName, password: 'secret', database: 'postgres' })
    await opening.connect()
    return opening
  }, { timeout: 20_000 })
  onTestFinished(() => client.end())
  await expect(checkServer(client)).rejects.toMatchObject({ code: 'serverUnsafe', details: { setting }, message: expect.stringContaining(`Set ${setting} = on`) as string })
})
