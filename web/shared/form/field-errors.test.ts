import { describe, expect, it } from 'vitest'
import { ApiProblem, NetworkFailure } from '../api/problem.ts'
import { en } from '../language/messages/en.ts'
import { createTexts } from '../language/translate.ts'
import { fieldErrors } from './field-errors.ts'

const texts = createTexts(en, 'en')
const names = ['email', 'password', 'city'] as const

describe('what the server refused, by field', () => {
  it('is found by the last part of its pointer, in words for its rule', () => {
    const problem = new ApiProblem(422, { code: 'invalidInput', detail: 'Check the marked fields.', pointers: [{ pointer: '/address/city', rule: 'maxLength' }, { pointer: '/email', rule: 'somethingNew' }] })
    expect(fieldErrors(problem, names, texts)).toEqual({ city: 'This is too long.', email: 'Check the marked fields.' })
  })

  it('is found by its code where the code speaks of one field', () => {
    expect(fieldErrors(new ApiProblem(422, { code: 'weakPassword', detail: 'Choose another.' }), names, texts)).toEqual({ password: 'Choose another.' })
  })

  it('leaves out what is no field of this form', () => {
    expect(fieldErrors(new ApiProblem(422, { code: 'wrongCode', detail: 'No.', pointers: ['/other'] }), names, texts)).toEqual({})
  })

  it('is nothing where no answer came', () => {
    expect(fieldErrors(new NetworkFailure(null), names, texts)).toEqual({})
  })
})
