import { describe, expect, it } from 'vitest'
import { resourceTypes } from '../../../src/domain/events.ts'
import { partnerKinds, verificationMethods } from '../../../src/domain/partners/partner.ts'
import { mailTemplates } from '../../../src/language/mail-text.ts'
import { en } from './messages/en.ts'

/** Where a page has no message it shows the word itself; what the server can say today has one. */
const words = {
  'activity.resource': resourceTypes,
  'invitation.kind': partnerKinds,
  'invitation.verification': verificationMethods,
  'mail.kind': Object.keys(mailTemplates),
  'settings.kind': partnerKinds,
  'settings.method': verificationMethods,
}

describe('every word that the server writes down has a name', () => {
  it.each(Object.entries(words))('%s', (place, said) => {
    const [area, ...rest] = place.split('.') as [keyof typeof en, string]
    expect(said.filter((word) => !Object.hasOwn(en[area], `${rest.join('.')}.${word}`))).toEqual([])
  })
})
