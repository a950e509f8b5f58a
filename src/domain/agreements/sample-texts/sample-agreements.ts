import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { sampleAgreement } from './sample-agreement.ts'
import type { SampleAgreement } from './sample-agreement.ts'
import { spanish } from './spanish.ts'

/**
 * Our own sample texts, one per built-in cloud that asks for an agreement and per language in which it may be signed there.
 * Real agreements differ by country; an operator publishes those.
 */
export const sampleAgreements: readonly SampleAgreement[] = [
  sampleAgreement('public', 'en', english),
  sampleAgreement('public', 'es', spanish),
  sampleAgreement('public', 'de', german),
  sampleAgreement('public', 'zh-Hans', chinese),
  sampleAgreement('usGov', 'en', english),
  sampleAgreement('germany', 'en', english),
  sampleAgreement('germany', 'es', spanish),
  sampleAgreement('germany', 'de', german),
]
