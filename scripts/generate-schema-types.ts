import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../src/store/postgres/log.ts'
import { migrate } from '../src/store/migrate.ts'
import { startEmbeddedPostgres } from '../src/store/postgres/start-embedded-postgres.ts'

/** Writes src/store/schema.generated.ts from the migrated schema: `npm run schema`. */
const folder = mkdtempSync(join(tmpdir(), 'vinculo-schema-'))
const postgres = await startEmbeddedPostgres({ folder, log: silentLog })
try {
  await migrate({ connections: postgres.connections, log: silentLog })
  const { user, password, host, port, database } = postgres.connections.owner
  const url = `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(host!)}&port=${port ?? 5432}`
  execFileSync(
    'npx',
    ['kysely-codegen', '--dialect', 'postgres', '--url', url, '--out-file', 'src/store/schema.generated.ts', '--include-pattern', 'public.*', '--type-mapping', '{"int8":"number"}'],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
