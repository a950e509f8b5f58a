import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/support/long-first.ts'

/** Rooms whose tests need no database. */
const pure = ['src/domain/**', 'src/text/**', 'src/language/**', 'src/security/**']

/** What kills under load and holds each wait against the promise: on the embedded engine alone, and by itself, so that waits mean something. */
const alone = ['test/kills.test.ts']
/** What kills or starts databases and products of its own, what weighs this process, and the examples of deploy/: on the embedded engine alone, three at a time as the others. */
const apart = ['src/store/postgres/start-embedded-postgres.test.ts', 'test/*-size.test.ts', 'test/{act,campaign,ledger}-kills.test.ts', 'test/deploy/*.test.ts']

/**
 * unit: no database. alone and apart: the embedded database and its killers. engine: a real PostgreSQL, chosen by ENGINE=embedded|server. e2e: in the browser.
 * One of them: npx vitest run --project unit
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          // None of them keeps anything.
          isolate: false,
          include: [...pure.map((room) => `${room}/*.test.ts`), 'web/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'engine',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...pure, ...alone, ...apart, 'test/e2e/**'],
          globalSetup: ['test/support/global-setup.ts'],
          // Modules are loaded once in each process, not for every file; what they keep for a file ends with it.
          isolate: false,
          // One process for many files gathers what all of them load; the usual limit of its memory was met.
          execArgv: ['--max-old-space-size=8192'],
          setupFiles: ['test/support/every-file.ts'],
          // A test waits for its database half of the time: three files share two cores well.
          maxWorkers: 3,
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/every-file.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          fileParallelism: false,
          // One project after the other, where several are run.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'apart',
          include: apart,
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/every-file.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/demo-template.ts'],
          // Modules and the browser serve all files of a process; contexts, products and their data are each file's own.
          isolate: false,
          setupFiles: ['test/support/every-file.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          // A story waits for its pages half of the time: three share two cores well.
          maxWorkers: 3,
        },
      },
    ],
  },
})
