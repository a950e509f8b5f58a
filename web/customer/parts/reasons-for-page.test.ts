import { describe, expect, it } from 'vitest'
import { invitationReasons } from '../../../src/domain/invitations/reasons.ts'
import { en } from '../../shared/language/messages/en.ts'
import { signOf } from './reasons-for-page.ts'

const texts: Readonly<Record<string, string>> = en.invitation

describe('every way in which an invitation can fail', () => {
  // Nobody is signed in: that is not a failure, the page asks for it.
  const reasons = Object.keys(invitationReasons).filter((reason) => reason !== 'notSignedIn')

  it.each(reasons)('%s has a page of its own, with a title and an explanation', (reason) => {
    expect(texts[`reason.${reason}.title`]).toBeTruthy()
    expect(texts[`reason.${reason}.text`]).toBeTruthy()
  })
})

it('a reason younger than the page still gets a sign', () => {
  expect(signOf('toString')).toEqual(signOf('unknownLink'))
})
