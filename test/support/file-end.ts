/** What support modules keep for the test file that runs: modules outlive files, what they keep must not. */
const endings: (() => Promise<unknown>)[] = []

/** Runs once, after all hooks of the file; the latest first. */
export function atFileEnd(ending: () => Promise<unknown>): void {
  endings.push(ending)
}

/** All of them, whatever one of them says; then says what the first said. */
export async function endFile(): Promise<void> {
  const faults: unknown[] = []
  for (let ending = endings.pop(); ending; ending = endings.pop()) await ending().catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
