import type { Language } from '../../language/languages.ts'
import { type MailTemplate, mailTemplates, mailText, secretPlace } from '../../language/mail-text.ts'
import type { UseCase } from '../use-case.ts'
import { sampleFacts } from './sample-facts.ts'

export interface PreviewedLetter {
  readonly template: MailTemplate
  readonly subject: string
  /** plain text, as it would leave; where a secret would stand there are dots */
  readonly text: string
}

/** Every letter that Vinculo sends by itself, with invented facts; nothing is sent, and nobody is named. */
export const previewLetters: UseCase<{ readonly language: Language }, readonly PreviewedLetter[]> = {
  action: 'mail.read',

  async run({ env, now }, { language }) {
    return (Object.keys(mailTemplates) as MailTemplate[]).map((template) => {
      const { subject, text } = mailText(language, template, sampleFacts(template, language, { publicUrl: env.publicUrl, now }))
      return { template, subject: subject.replace(secretPlace, '••••••••'), text: text.replaceAll(secretPlace, '••••••••') }
    })
  },
}
