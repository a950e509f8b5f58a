import { relative } from 'node:path'

/** What vitest's JSON reporter writes, as far as it is read here. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] | null }[]
  }[]
}

/** A paragraph for each test that failed and each file that could not run, for the end of a long output, which is all that some people see. */
export function failedTests({ testResults }: TestReport, root: string): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const file = relative(root, name)
    if (failed.length === 0) return status === 'failed' ? [`${file}\n${beginning(message)}`] : []
    return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName.trim()}\n${beginning((failureMessages ?? []).join('\n'))}`)
  })
}

const beginning = (text: string): string =>
  text.split('\n').slice(0, 12).map((line) => `    ${line.slice(0, 300)}`).join('\n')
