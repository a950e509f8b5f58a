import { describe, expect, it } from 'vitest'
import { judgeReadiness, leastFreeBytes, littleFreeBytes, longestDueMs, longestUntriedMs, mostSkewMs, type ReadinessPartName, readinessPartNames, slowWriteMs, type Standing, type Vitals } from './readiness.ts'

const sound: Vitals = { isQuarantined: false, tookMs: 3, skewMs: 0, schema: { found: 7, needed: 7 }, mailLeaves: true, untriedMs: 0, dueMs: 0, freeBytes: 9 * littleFreeBytes }

/** At the last harmless value, and just beyond it. */
const edges: Record<ReadinessPartName, readonly (readonly [Partial<Vitals>, Standing])[]> = {
  quarantine: [[{ isQuarantined: true }, 'bad']],
  database: [[{ tookMs: slowWriteMs - 1 }, 'good'], [{ tookMs: slowWriteMs }, 'watch']],
  schema: [[{ schema: { found: 6, needed: 7 } }, 'bad'], [{ schema: { found: 8, needed: 7 } }, 'bad']],
  clock: [[{ skewMs: mostSkewMs }, 'good'], [{ skewMs: mostSkewMs + 1 }, 'bad']],
  disk: [
    [{ freeBytes: littleFreeBytes }, 'good'],
    [{ freeBytes: littleFreeBytes - 1 }, 'watch'],
    [{ freeBytes: leastFreeBytes }, 'watch'],
    [{ freeBytes: leastFreeBytes - 1 }, 'bad'],
    [{ freeBytes: 'unknown' }, 'bad'],
    [{ freeBytes: 'elsewhere' }, 'good'],
  ],
  jobs: [[{ dueMs: longestDueMs }, 'good'], [{ dueMs: longestDueMs + 1 }, 'bad']],
  mails: [[{ untriedMs: longestUntriedMs }, 'good'], [{ untriedMs: longestUntriedMs + 1 }, 'bad'], [{ untriedMs: longestUntriedMs + 1, mailLeaves: false }, 'good']],
}

describe('readiness, part by part', () => {
  it('is good where nothing is amiss', () => {
    expect(new Set(judgeReadiness(sound).map(({ standing }) => standing))).toEqual(new Set(['good']))
  })

  it.each(readinessPartNames)('judges %s by its own measure alone', (name) => {
    for (const [change, standing] of edges[name]) {
      const parts = judgeReadiness({ ...sound, ...change })
      expect(parts.filter((part) => part.standing !== 'good').map((part) => [part.name, part.standing])).toEqual(standing === 'good' ? [] : [[name, standing]])
    }
  })
})
