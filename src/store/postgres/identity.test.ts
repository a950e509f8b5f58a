import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { embeddedFolder } from '../../../test/support/embedded-folder.ts'
import { embeddedBinaries } from './binaries.ts'
import { createCluster, superuserName } from './create-cluster.ts'
import { prepareFolder } from './folder.ts'
import { admitIdentity, databaseIdentity } from './identity.ts'
import { launch, shutDown } from './postmaster.ts'

const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0

describe.runIf(isLinuxRoot)('a database that root starts where user namespaces are forbidden', () => {
  it('runs as nobody, on folders that are nobody’s', async () => {
    const place = await prepareFolder(await embeddedFolder())
    const binaries = await embeddedBinaries()
    const identity = databaseIdentity(place.data, false)
    expect(identity).toMatchObject({ kind: 'account', credentials: { uid: 65_534, gid: 65_534 } })
    await admitIdentity(identity, { open: place.folder, own: [place.sockets], run: [binaries.postgres] })
    await createCluster(place, binaries, identity, 'secret')
    const superuser = { host: place.sockets, port: 5432, user: superuserName, password: 'secret', database: 'postgres' }
    const server = await launch(place, binaries, identity, superuser)
    onTestFinished(async () => void (await shutDown(server)))
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t65534\t65534\t65534$/m)
    expect((await stat(place.data)).uid).toBe(65_534)
    // What root made later is served by the account that owns the data already, with or without namespaces.
    expect(databaseIdentity(place.data)).toMatchObject({ kind: 'account', credentials: { uid: 65_534 } })
  })

  it('is refused in a sentence when that account cannot reach its folder', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'vinculo-closed-'))
    onTestFinished(() => rm(closed, { recursive: true, force: true }))
    await chmod(closed, 0o700)
    const folder = join(closed, 'data')
    await mkdir(join(folder, 'run'), { recursive: true })
    const identity = databaseIdentity(join(folder, 'postgres'), false)
    await expect(admitIdentity(identity, { open: folder, own: [join(folder, 'run')], run: [] })).rejects.toMatchObject({
      code: 'accountUnusable',
      message: expect.stringContaining(closed) as string,
    })
  })
})

it.runIf(!isLinuxRoot)('an ordinary user changes no account for the database', () => {
  expect(databaseIdentity('/nowhere')).toMatchObject({ kind: expect.stringMatching(/^(self|namespace)$/) as string, credentials: {} })
})
