import type { NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { Language } from '../../language/languages.ts'
import { type MailTemplate, mailTemplates, mailText, optOutPlace, secretPlace } from '../../language/mail-text.ts'
import { notificationFooterText } from '../../language/notification-text.ts'
import { isKept } from '../notifications/notification-footer.ts'
import { portalPaths } from '../people/person-link.ts'
import type { UseCase } from '../use-case.ts'
import { letterKinds } from './letter-kinds.ts'
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
      const { subject, text } = mailText(language, template, sampleFacts(template, language, { publicUrl: env.publicUrl, now }), { more: moreOf(template, language, env.publicUrl) })
      return { template, subject: subject.replace(secretPlace, '••••••••'), text: text.replaceAll(secretPlace, '••••••••').replaceAll(optOutPlace, `${env.publicUrl}/admin/letters#••••••••`) }
    })
  },
}

/** What stands under the letters of notifications; the link that stops them shows dots. */
function moreOf(template: MailTemplate, language: Language, publicUrl: string): string | undefined {
  const of: { readonly kind: NotificationKind; readonly side: Portal } | undefined = (letterKinds as Partial<Record<MailTemplate, { kind: NotificationKind; side: Portal }>>)[template]
  if (!of && template !== 'digest') return undefined
  const portal = `${publicUrl}${portalPaths[of?.side ?? 'partner']}`
  const stop = of && isKept(of.kind, of.side) ? undefined : `${portal}/unsubscribe#${secretPlace}`
  return notificationFooterText(language, of?.kind ?? 'digest', { preferences: `${portal}/settings/notifications`, stop })
}
