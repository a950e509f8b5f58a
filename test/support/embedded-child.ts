import { startEmbeddedPostgres } from '../../src/store/postgres/start-embedded-postgres.ts'
import { silentLog } from '../../src/store/postgres/log.ts'

// A Vinculo of its own, to be killed: prints one line of JSON once the database answers (or the refusal), then waits.
startEmbeddedPostgres({ folder: process.argv[2]!, log: silentLog }).then(
  (engine) => {
    console.log(JSON.stringify({ pid: engine.pid(), adopted: engine.adopted }))
    setInterval(() => undefined, 60_000)
  },
  (error: Error & { code?: string }) => {
    console.log(JSON.stringify({ refused: error.code ?? error.message }))
    process.exitCode = 1
  },
)
