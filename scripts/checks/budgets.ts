import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './files.ts'

/** house.md 3.1, without generated files, data tables, message catalogues and tests. */
const limits = { median: 60, p90: 150, most: 300 }
const apart = /\.test\.tsx?$|generated|language\/|sample-texts|public-markets|\/demo\/|countries\.ts$|permissions\.ts$/

export interface Budget {
  readonly median: number
  readonly p90: number
  readonly most: number
  readonly broken: readonly string[]
}

/** Lines per file of a tree, and what is over. */
export function budgetOf(root: string, folder: string, medianLimit = limits.median): Budget {
  const sizes = filesBelow(root, [folder], /\.tsx?$/)
    .filter((file) => !apart.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .sort((one, other) => one.lines - other.lines)
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0
  const [median, p90, most] = [at(0.5), at(0.9), at(1)]
  const broken = sizes.filter(({ lines }) => lines > limits.most).map(({ file, lines }) => `${file} has ${lines} lines, more than ${limits.most}`)
  if (median > medianLimit) broken.push(`${folder}: the median file has ${median} lines, more than ${medianLimit}`)
  if (p90 > limits.p90) broken.push(`${folder}: one file in ten has more than ${p90} lines; ${limits.p90} is the limit`)
  return { median, p90, most, broken }
}
