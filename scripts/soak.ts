import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'

/**
 * `npm run soak [minutes]`: races, kills and bad input for longer than CI has time for, round after round until the
 * minutes are over (30 by default). Prints its seed; `SEED=… npm run soak` begins with the same one.
 */
const minutes = Number(process.argv[2] ?? 30)
const root = resolve(import.meta.dirname, '..')
const files = ['test/kills.test.ts', 'test/act-kills', 'test/api-fuzz', 'test/bad-input', 'test/isolation', 'test/route-', 'src/application/invitations/accept-invitation', 'src/application/relationship-requests/request-races', 'src/application/invitations/exclusive-service-races', 'src/application/customers/removal-races', 'src/application/hand-overs/hand-over-races', 'src/http/portal/partnerships', 'src/http/portal/creation-requests', 'src/http/portal/joint-invitations', 'src/http/portal/organization', 'test/subscription-ledger', 'test/ledger-kills']
/** Limited a round, so that a short soak sees each kind: the 200 000 sequences of the ledger are ten rounds. */
const figures = { FUZZ_REQUESTS: '50000', ISOLATION_REQUESTS: '50000', ROUNDS: '1000', RACE_ROUNDS: '1000', EXCLUSIVE_RACE_ROUNDS: '10000', KILL_ROUNDS: '25', LEDGER_SEQUENCES: '20000', LEDGER_KILLS: '40' }
let seed = Number(process.env.SEED ?? randomInt(2 ** 31))
const end = Date.now() + minutes * 60_000
for (let round = 1; Date.now() < end; round++, seed = (seed + 1) % 2 ** 31) {
  console.log(`── round ${round}, seed ${seed}`)
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'engine', '--project', 'alone', '--project', 'apart', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEED: String(seed), ...figures },
  })
  if (status !== 0) {
    console.error(`failed in round ${round}: SEED=${seed} npm run soak repeats it`)
    process.exit(1)
  }
}
