import { DomainError } from '../../domain/errors.ts'
import { caseSubject, caseText } from '../../domain/support/plain-text.ts'
import { type SupportCase, type SupportCaseStatus, supportCaseTransitions, type SupportSubject } from '../../domain/support/support-case.ts'
import { transition } from '../../domain/transition.ts'
import { type CaseReach, findCase, insertCase, insertMessage, listCases, lockCase, saveCase, seesSubject } from '../../store/support-store.ts'
import { withinBudget } from '../limits.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { addMessage } from './add-message.ts'
import { showCases, type ShownCase, showWholeCase, type WholeCase } from './shown-case.ts'

export interface OpenCase {
  readonly subject: string
  readonly text: string
  readonly about: { readonly type: SupportSubject; readonly id: string } | null
}

/** Somebody asks the operator for help, about nothing in particular or about something their organization sees. */
export const openCase: UseCase<OpenCase, WholeCase> = {
  action: 'support.ask',

  async run(work, { subject, text, about }) {
    const { trx, now, env } = work
    const { tenantId, personId } = work.person
    if (about && !(await seesSubject(trx, tenantId, about))) throw new DomainError('invalidInput', 'No such thing to ask about.', { reason: 'caseAboutUnknown', field: 'about' })
    const one: SupportCase = { id: work.newId(), tenantId, openedBy: personId, subject: caseSubject(subject), about, status: 'open', openedAt: now, changedAt: now }
    const words = caseText(text)
    return withinBudget(env, 'supportCase', { personId, tenantId }, async () => {
      await insertCase(trx, one)
      await insertMessage(trx, one, { id: work.newId(), at: now, by: 'asker', personId, text: words })
      await recordForOperators(work, { type: 'supportCase.opened', resource: { type: 'supportCase', id: one.id }, readers: [{ tenantId }] })
      return showWholeCase(work, one, 'asker')
    })
  },
}

/** One's own cases; an organization's administrators read all of it. */
export const listOwnCases: UseCase<PageAsk & { readonly status?: SupportCaseStatus | undefined }, Page<ShownCase>> = {
  action: 'support.read',

  async run(work, { status, ...ask }) {
    const page = await readPage(work, ask, {
      route: 'GET /support-cases',
      filter: { status },
      read: (start, most) =>
        listCases(work.trx, { ...reachOf(work), status }, { most, from: start && { changedAt: new Date(String(start.keys[0])), id: String(start.keys[1]), isBackward: start.backwards } }),
      keysOf: ({ changedAt, id }) => [changedAt.toISOString(), id],
    })
    return { ...page, items: await showCases(work, page.items, 'asker') }
  },
}

export const readOwnCase: UseCase<{ readonly id: string }, WholeCase> = {
  action: 'support.read',
  run: async (work, { id }) => showWholeCase(work, await findCase(work.trx, id, reachOf(work)), 'asker'),
}

/** Whoever may read a case may write on; one that was closed is open again. */
export const writeOn: UseCase<{ readonly id: string; readonly text: string }, WholeCase> = {
  action: 'support.ask',

  async run(work, { id, text }) {
    const words = caseText(text)
    const { personId, tenantId } = work.person
    const one = await lockCase(work.trx, id, reachOf(work))
    return withinBudget(work.env, 'supportMessage', { personId, tenantId }, () => addMessage(work, one, { act: 'write', text: words }))
  },
}

export const closeOwnCase: UseCase<{ readonly id: string }, WholeCase> = {
  action: 'support.ask',

  async run(work, { id }) {
    const one = await lockCase(work.trx, id, reachOf(work))
    const next = { ...one, status: transition(supportCaseTransitions, one.status, 'close'), changedAt: work.now }
    await saveCase(work.trx, next)
    await recordForOperators(work, { type: 'supportCase.closed', resource: { type: 'supportCase', id }, readers: [{ tenantId: one.tenantId }], data: { by: 'asker' } })
    return showWholeCase(work, next, 'asker')
  },
}

const readersOfAll: readonly string[] = ['globalAdmin', 'globalAdministrator']

function reachOf({ person }: Work): CaseReach {
  const isAdministrator = person.roles.some((role) => readersOfAll.includes(role))
  return { tenantId: person.tenantId, ...(!isAdministrator && { openedBy: person.personId }) }
}
