import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'

/** Where the paragraphs go: this environment variable names a file, which is added to. */
export const failedTestsFile = 'FAILED_TESTS_FILE'

/** For vitest's --reporter: a paragraph for each test that failed and each file or group whose hooks did, for the end of a long output, which is all that some people see. */
export default class FailedTests implements Reporter {
  private root = ''

  onInit({ config }: { config: { root: string } }): void {
    this.root = config.root
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Failure[]): void {
    const paragraphs = modules.flatMap((module) => this.paragraphs(module))
    if (unhandled.length > 0) paragraphs.push(`beside the tests\n${beginning(unhandled)}`)
    const path = process.env[failedTestsFile]
    if (path && paragraphs.length > 0) appendFileSync(path, `${paragraphs.join('\n')}\n`)
  }

  private paragraphs(module: TestModule): string[] {
    const file = relative(this.root, module.moduleId)
    const about = (name: string, failures: readonly Failure[]) => (failures.length > 0 ? [`${[module.project.name, process.env.ENGINE, file, name].filter(Boolean).join(' › ')}\n${beginning(failures)}`] : [])
    return [
      ...about('', module.errors()),
      ...[...module.children.allSuites()].flatMap((suite: TestSuite) => about(`${suite.fullName} (before or after its tests)`, suite.errors())),
      ...[...module.children.allTests('failed')].flatMap((test: TestCase) => about(test.fullName, test.result().errors ?? [])),
    ]
  }
}

interface Failure {
  readonly message: string
  readonly stack?: string | undefined
  readonly diff?: string | undefined
}

const beginning = (failures: readonly Failure[]): string =>
  failures
    .map(({ message, stack, diff }) => (stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`) + (diff ? `\n${diff}` : ''))
    .join('\n')
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')
