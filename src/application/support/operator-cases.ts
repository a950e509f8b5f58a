import { caseText } from '../../domain/support/plain-text.ts'
import { type SupportCaseStatus, supportCaseTransitions } from '../../domain/support/support-case.ts'
import { transition } from '../../domain/transition.ts'
import { findCase, listCases, lockCase, saveCase } from '../../store/support-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'
import { addMessage } from './add-message.ts'
import { showCases, type ShownCase, showWholeCase, type WholeCase } from './shown-case.ts'

/** Every case, latest change first. */
export const listAllCases: UseCase<PageAsk & { readonly status?: SupportCaseStatus | undefined; readonly tenantId?: string | undefined }, Page<ShownCase>> = {
  action: 'support.readAll',

  async run(work, { status, tenantId, ...ask }) {
    const page = await readPage(work, ask, {
      route: 'GET /operator/support-cases',
      filter: { status, tenantId },
      read: (start, most) => listCases(work.trx, { status, tenantId }, { most, from: start && { changedAt: new Date(String(start.keys[0])), id: String(start.keys[1]), isBackward: start.backwards } }),
      keysOf: ({ changedAt, id }) => [changedAt.toISOString(), id],
    })
    return { ...page, items: await showCases(work, page.items, 'operator') }
  },
}

export const readAnyCase: UseCase<{ readonly id: string }, WholeCase> = {
  action: 'support.readAll',
  run: async (work, { id }) => showWholeCase(work, await findCase(work.trx, id, {}), 'operator'),
}

/** The one who asked is told by mail that there is an answer; the words stay here. */
export const answerCase: UseCase<{ readonly id: string; readonly text: string }, WholeCase> = {
  action: 'support.answer',

  async run(work, { id, text }) {
    const words = caseText(text)
    return addMessage(work, await lockCase(work.trx, id, {}), { act: 'answer', text: words })
  },
}

export const settleCase: UseCase<{ readonly id: string; readonly act: 'close' | 'reopen' }, WholeCase> = {
  action: 'support.answer',

  async run(work, { id, act }) {
    const one = await lockCase(work.trx, id, {})
    const next = { ...one, status: transition(supportCaseTransitions, one.status, act), changedAt: work.now }
    await saveCase(work.trx, next)
    const type = act === 'close' ? 'supportCase.closed' : 'supportCase.reopened'
    await recordForOperators(work, { type, resource: { type: 'supportCase', id }, readers: [{ tenantId: one.tenantId }], data: { by: 'operator' } })
    return showWholeCase(work, next, 'operator')
  },
}
