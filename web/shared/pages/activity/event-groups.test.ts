import { expect, it } from 'vitest'
import { eventTypes } from '../../../../src/domain/events.ts'
import { activity } from '../../language/messages/en/activity.ts'
import { eventGroups } from './event-groups.ts'

const grouped = eventGroups.flatMap(({ types }) => types)

it('every fact that is recorded can be chosen in the filter, once', () => {
  expect([...grouped].sort()).toEqual(Object.keys(eventTypes).sort())
})

it('every choice of the filter has a name', () => {
  expect(grouped.filter((type) => !Object.hasOwn(activity, `type.${type}`))).toEqual([])
  expect(eventGroups.filter(({ name }) => !Object.hasOwn(activity, `group.${name}`))).toEqual([])
})
