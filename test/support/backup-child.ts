import { randomBytes } from 'node:crypto'
import { takeBackup } from '../../src/backup/take-backup.ts'
import { openKeyFile } from '../../src/security/key-file.ts'
import type { Connections } from '../../src/store/connections.ts'

// A process that takes a backup and may be killed on its way.
const [connections, keyFile, to] = process.argv.slice(2)
const keyRing = await openKeyFile({ path: keyFile!, mayCreate: false, random: randomBytes })
await takeBackup({ connections: JSON.parse(connections!) as Connections, keyRing, to: to! })
