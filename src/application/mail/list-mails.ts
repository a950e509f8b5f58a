import { listMails, type OutboxMail } from '../../store/mail-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

/** What Vinculo wrote and what became of it, newest first; for the operator, and as the mailbox of a demo. */
export const listOutbox: UseCase<PageAsk & { readonly status?: string | undefined }, Page<OutboxMail>> = {
  action: 'mail.read',

  run: (work, { status, ...ask }) =>
    readPage(work, ask, {
      route: 'GET /operator/mails',
      filter: { status },
      read: (start, most) =>
        listMails(work.trx, {
          status,
          most,
          from: start && { createdAt: new Date(String(start.keys[0])), id: String(start.keys[1]), isBackward: start.backwards },
        }),
      keysOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    }),
}
