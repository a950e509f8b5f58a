import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { HandOutLink } from './HandOutLink.tsx'
import { LinkedText } from './LinkedText.tsx'
import { GiveUpMail } from './GiveUpMail.tsx'
import { mailQuery, operatorKey, type OperatorMail, type OperatorMailText } from './operator-api.ts'
import { useMailKind } from './use-mail-kind.ts'

const useStyles = makeStyles({
  letter: {
    margin: 0,
    padding: '16px 20px',
    maxWidth: '76ch',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase400,
  },
})

/** What the arrow of the outbox opens: the mail word for word, and what can be done where it did not leave. */
export function MailView({ mail }: { mail: OperatorMail }) {
  const text = useQuery(mailQuery(mail.id))
  return (
    <Loaded isPart query={text}>
      {(value) => <Letter mail={mail} text={value} />}
    </Loaded>
  )
}

function Letter({ mail, text }: { mail: OperatorMail; text: OperatorMailText }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const kindName = useMailKind()
  const { installation } = useSignedIn()
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('mailbox.recipient'), value: mail.recipient },
          { key: t('mailbox.kind'), value: kindName(mail.template) },
          { key: t('mailbox.language'), value: capitalized(formats.language(mail.language)) },
          mail.attempts > 0 && { key: t('mailbox.attempts'), value: formats.number(mail.attempts) },
          mail.lastError !== null && { key: t('mailbox.lastError'), value: mail.lastError },
          mail.heldBecause !== null && { key: t('mailbox.heldBecause'), value: t(`mailbox.heldBecause.${mail.heldBecause}`) },
          mail.nextTryAt !== null && { key: t('mailbox.nextTry'), value: <DateText at={mail.nextTryAt} as="dateTime" /> },
          text.smtpReply !== null && { key: t('mailbox.smtpReply'), value: text.smtpReply },
          { key: t('mailbox.messageId'), value: <CopyableId id={text.messageId} what={t('mailbox.theMessageId')} /> },
        ]}
      />
      <div className={styles.letter} lang={mail.language}>
        <LinkedText text={text.text} isLinked={installation.isDemo} />
      </div>
      {!installation.isDemo && <QuietText>{t('mailbox.secretHidden')}</QuietText>}
      <MailActs mail={mail} />
    </Stack>
  )
}

function MailActs({ mail }: { mail: OperatorMail }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const { installation } = useSignedIn()
  const retry = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/mails/${mail.id}/retry`, { idempotencyKey }),
    changes: [operatorKey],
    onDone: () => notify.done(t('mailbox.retried')),
  })
  const canHandOut = mail.can.includes('handOutCode') && mail.personId !== null && (!installation.mailLeaves || mail.heldBecause !== null)
  return (
    <>
      <ProblemBanner problem={retry.error && describeProblem(retry.error, texts)} />
      {canHandOut && <HandOutLink personId={mail.personId!} kind={mail.template === 'passwordReset' ? 'passwordReset' : 'personInvitation'} />}
      <Acts>
        {mail.can.includes('retry') && (
          <GuardedButton size="small" blockedBecause={installation.mailLeaves ? undefined : t('mailbox.cannotLeave')} disabledFocusable={retry.isPending} onClick={() => retry.mutate()}>
            {t('mailbox.retry')}
          </GuardedButton>
        )}
        {mail.can.includes('giveUp') && <GiveUpMail mail={mail} />}
      </Acts>
    </>
  )
}
