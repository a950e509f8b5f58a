import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest: one of them that begins last leaves two of three workers idle to its end. */
const long = new RegExp(
  'walk-partner|walk-customer|walk-operator|route-relations|subscription-ledger|test/isolation|test/operating|upgrade|restore-drill|hand-over-races|accept-invitation|bad-input-bodies|' +
    'api-fuzz|bad-input-addresses|removal-races|graceful-stop|deploy/install',
)

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(({ moduleId }) => long.test(moduleId)), ...sorted.filter(({ moduleId }) => !long.test(moduleId))]
  }
}
