import { expect } from 'vitest'
import { linesOfCustomersFile, type PortableLine } from '../../src/application/operator/customers-file.ts'

/** The customers of a portable file, without the numbers of their rows. */
export function customersOf(text: string): Omit<PortableLine, 'row'>[] {
  return linesOfCustomersFile(text).map((line) => {
    const { row, ...customer } = line
    expect(row).toBeGreaterThan(1)
    return customer
  })
}
