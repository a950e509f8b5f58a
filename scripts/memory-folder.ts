import { chmodSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const shared = '/dev/shm'
const gibibyte = 2 ** 30

/**
 * A folder in memory for what tests throw away: a thousand files for each of their databases, whose making and removing
 * took a tenth of the whole on a disk. Undefined where the machine has no such place or too little room for it.
 */
export function memoryFolder(): string | undefined {
  if (process.platform !== 'linux' || Math.min(freemem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) < 8 * gibibyte || roomIn(shared) < 4 * gibibyte) return undefined
  const folder = mkdtempSync(join(shared, 'vinculo-tests-'))
  // As /tmp is: the account that serves a database started by root passes through.
  chmodSync(folder, 0o1777)
  return folder
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}
