import { embeddedBinaries } from './binaries.ts'
import { codeOf } from './engine-error.ts'

/**
 * The end of `npm run build`: whoever builds owns the files and can make their links, so that a service whose account may
 * not write there starts. Where no embedded PostgreSQL exists, DATABASE_URL will be needed, and nothing is to be done.
 */
try {
  const { major } = await embeddedBinaries()
  process.stdout.write(`The embedded PostgreSQL ${major} is ready for any account.\n`)
} catch (error) {
  if (codeOf(error) !== 'platformUnsupported') throw error
  process.stdout.write(`${(error as Error).message}\n`)
}
