import { join, resolve } from 'node:path'

/** The program as people start it: compiled by `npm test`, which says where (a release starts in a third of the time); else the sources as they are. */
export const program = join(process.env.VINCULO_TEST_RELEASE ?? resolve(import.meta.dirname, '../..'), 'bin/vinculo.js')
