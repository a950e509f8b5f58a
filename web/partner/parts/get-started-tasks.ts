import type { MessageKey } from '../../shared/language/translate.ts'
import { paths } from '../../shared/paths.ts'

type Key = Extract<MessageKey, `getStarted.${string}`>

/** One row of the resource table of seed 004: what one wants to do, and where it is done. */
export type Task = {
  title: Key
  text: Key
  ways: readonly { label: Key; href: string }[]
  /** What a later capability brings; said plainly instead of a link that leads nowhere. */
  later?: Key
}

const { partner } = paths

/** The four tasks in their order [S4.13, S4.14-S4.26]. */
export const tasks: readonly Task[] = [
  {
    title: 'getStarted.new.title',
    text: 'getStarted.new.text',
    ways: [
      { label: 'getStarted.new.request', href: partner.newRequest },
      { label: 'getStarted.new.link', href: partner.partnerLink },
      { label: 'getStarted.new.add', href: partner.newCustomer },
    ],
    later: 'getStarted.new.later',
  },
  {
    title: 'getStarted.existing.title',
    text: 'getStarted.existing.text',
    ways: [
      { label: 'getStarted.existing.list', href: partner.customers },
      { label: 'getStarted.existing.invite', href: partner.newRequest },
      { label: 'getStarted.existing.requests', href: partner.requests },
    ],
  },
  {
    title: 'getStarted.end.title',
    text: 'getStarted.end.text',
    ways: [
      { label: 'getStarted.end.remove', href: partner.customers },
      { label: 'getStarted.end.reinstate', href: partner.removedCustomers },
    ],
  },
  { title: 'getStarted.buy.title', text: 'getStarted.buy.text', ways: [], later: 'getStarted.buy.later' },
]
