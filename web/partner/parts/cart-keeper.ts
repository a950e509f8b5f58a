/** A cart as it is kept on the server. */
export type Kept = { readonly cartId: string; readonly version: number }

/** Where the lines stand: nothing chosen, on their way, kept, not complete enough to be kept, or refused. */
export type KeepingState = 'none' | 'saving' | 'saved' | 'incomplete' | 'failed'

export type CartDoors = {
  create(lines: readonly object[]): Promise<Kept>
  change(kept: Kept, lines: readonly object[]): Promise<Kept>
  discard(kept: Kept): Promise<unknown>
  /** after each step; `kept` is null once there is no cart */
  onState(state: KeepingState, kept: Kept | null, error: unknown): void
}

const pause = 400

/** Keeps what is chosen a moment after the last change, one writing after the other, each in the version of the one before. */
export function createCartKeeper(doors: CartDoors, opened: Kept | null) {
  let kept = opened
  let stored = ''
  let wanted: readonly object[] | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const lines = wanted
    if (lines === undefined) return
    if (JSON.stringify(lines) === stored) return doors.onState(kept ? 'saved' : 'none', kept, null)
    if (lines.length > 0) kept = kept ? await doors.change(kept, lines) : await doors.create(lines)
    else if (kept) {
      await doors.discard(kept)
      kept = null
    }
    stored = JSON.stringify(lines)
    doors.onState(kept ? 'saved' : 'none', kept, null)
  }

  /** Writes what is not written yet; gives what is kept then, or throws why it is not. */
  const flush = (): Promise<Kept | null> => {
    clearTimeout(timer)
    const done = writing.then(write)
    writing = done.catch((error: unknown) => doors.onState('failed', kept, error))
    return done.then(() => kept)
  }

  return {
    flush,
    /** `undefined` while a line is not complete: what was kept before stays. */
    keep(lines: readonly object[] | undefined): void {
      clearTimeout(timer)
      wanted = lines
      doors.onState(lines === undefined ? 'incomplete' : 'saving', kept, null)
      if (lines !== undefined) timer = setTimeout(() => void flush().catch(() => undefined), pause)
    },
  }
}
