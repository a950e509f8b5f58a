import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { DemoReport } from '../../src/application/installation/demo-report.ts'
import { startProduct } from './product.ts'

/** An installation that `vinculo demo` filled once for the run, stopped in order; every story opens a copy of its folder. */
export interface DemoTemplate {
  readonly folder: string
  /** where it answered while it was filled; its report names addresses below it */
  readonly url: string
  readonly report: DemoReport
}

declare module 'vitest' {
  interface ProvidedContext {
    demo: DemoTemplate
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-demo-'))
  const drop = () => rm(folder, { recursive: true, force: true })
  try {
    const product = await startProduct({ folder })
    const report = await product.command<DemoReport>('demo').finally(() => product.stop())
    project.provide('demo', { folder, url: product.url, report })
  } catch (error) {
    await drop()
    throw error
  }
  return drop
}
