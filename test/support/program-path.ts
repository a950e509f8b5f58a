import { join, resolve } from 'node:path'

const release = process.env.VINCULO_TEST_RELEASE

/** The program as people start it: compiled by `npm test`, which says where (a release starts in a third of the time); else the sources as they are. */
export const program = join(release ?? resolve(import.meta.dirname, '../..'), 'bin/vinculo.js')

/** What node is given to start `test/support/<name>.ts`, a process that does one thing and may be killed at it: compiled with the program, else the source. */
export function childProcess(name: 'backup-child' | 'embedded-child' | 'migrate-child'): readonly string[] {
  return release ? [join(release, 'children', `${name}.js`)] : ['--import', 'tsx', join(import.meta.dirname, `${name}.ts`)]
}
