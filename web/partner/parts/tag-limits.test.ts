import { expect, it } from 'vitest'
import * as domain from '../../../src/domain/customers/edit-account.ts'
import * as web from './tag-limits.ts'

it('the limits that the page tells are those that the server keeps', () => {
  expect({ ...web }).toEqual({ mostTags: domain.mostTags, longestTag: domain.longestTag })
})
