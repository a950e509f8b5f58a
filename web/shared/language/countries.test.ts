import { expect, it } from 'vitest'
import { countryCodes as known } from '../../../src/domain/countries.ts'
import { countryCodes } from './countries.ts'

it('an organization can be registered in every country that the server knows', () => {
  expect(countryCodes).toEqual(known)
})
