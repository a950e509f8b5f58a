/** What can be done to a tracked request besides reading and sharing it. */
export const requestActs = ['remind', 'resend', 'withdraw'] as const

export type RequestAct = (typeof requestActs)[number]
