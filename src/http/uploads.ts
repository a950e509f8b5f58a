/** What may come in by a file, and how much of it: the only limits beside the one megabyte of ordinary requests (decision 19). */
export const uploadLimits = {
  /** 10 000 customers with room to spare; as CSV read while it comes in */
  campaignList: 8 * 1024 * 1024,
  /** 2 000 users with room to spare; as CSV read while it comes in */
  usersFile: 4 * 1024 * 1024,
} as const

export type Upload = keyof typeof uploadLimits

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the route also takes text/csv */
    upload?: Upload
  }
}
