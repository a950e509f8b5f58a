import type { Connections } from '../../src/store/connections.ts'
import { migrate } from '../../src/store/migrate.ts'
import { silentLog } from '../../src/store/postgres/log.ts'

// A process that migrates and may be killed: one line per applied migration, then "done".
const [connections, folder] = process.argv.slice(2)
const log = { ...silentLog, info: ({ version }: Record<string, unknown>) => console.log(`applied ${version}`) }

await migrate({ connections: JSON.parse(connections!) as Connections, log, ...(folder ? { folder } : {}) })
console.log('done')
