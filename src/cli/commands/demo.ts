import type { DemoReport } from '../../application/installation/demo-report.ts'
import { command } from '../command.ts'
import { describeDemo } from '../describe-demo.ts'

export const demo = command<object, DemoReport>({
  name: 'demo',
  summary: 'Fill an empty installation with demo data, or give the people of a demo fresh passwords, and print them.',
  options: [],
  input: () => ({}),
  run: (context) => context.fillDemo(),
  print: describeDemo,
})
