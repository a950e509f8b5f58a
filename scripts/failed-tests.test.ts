import { expect, it } from 'vitest'
import { failedTests } from './failed-tests.ts'

const passed = { fullName: 'is fine', status: 'passed', failureMessages: [] }
const file = (name: string, changes: object = {}) => ({ name: `/root/${name}`, status: 'passed', message: '', assertionResults: [passed], ...changes })

it('failed tests are named with their file and the beginning of what they said', () => {
  const failed = { fullName: ' a door stays shut', status: 'failed', failureMessages: [['Error: open', ...Array.from({ length: 50 }, (_, line) => `at ${line}`)].join('\n')] }
  const paragraphs = failedTests({ testResults: [file('a.test.ts'), file('b.test.ts', { status: 'failed', assertionResults: [passed, failed] })] }, '/root')
  expect(paragraphs).toHaveLength(1)
  expect(paragraphs[0]).toMatch(/^b\.test\.ts › a door stays shut\n {4}Error: open\n/)
  expect(paragraphs[0]!.split('\n')).toHaveLength(13)
})

it('a file that could not run is named, too, though none of its tests failed', () => {
  expect(failedTests({ testResults: [file('c.test.ts', { status: 'failed', message: 'no such module' })] }, '/root')).toEqual(['c.test.ts\n    no such module'])
  expect(failedTests({ testResults: [file('d.test.ts')] }, '/root')).toEqual([])
})
