/** A source of unguessable bytes. `randomBytes` of node:crypto outside tests. */
export type Random = (byteCount: number) => Buffer
