import { Button } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClockRegular, WarningRegular } from '@fluentui/react-icons'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { useEditing } from '../../ui/use-editing.ts'
import { ChangeMailForm } from './ChangeMailForm.tsx'
import { meKey, type Me } from './settings-api.ts'

/** Where mails to this person go; another address counts once it is confirmed. */
export function MailPanel({ me }: { me: Me }) {
  const { t } = useText()
  const editing = useEditing()
  const title = t('mailChange.title')
  if (editing.isEditing) {
    return (
      <Panel title={title}>
        <TakesFocus>
          <ChangeMailForm onDone={editing.close} />
        </TakesFocus>
      </Panel>
    )
  }
  return (
    <Panel
      title={title}
      acts={
        <Button ref={editing.button} size="small" onClick={editing.open}>
          {t('mailChange.change')}
        </Button>
      }
    >
      <Stack>
        <KeyValueList items={[{ key: t('settings.mail'), value: me.mail ?? t('settings.notGiven') }]} />
        {me.mail && <Standing me={me} />}
        {me.pendingMail && <Pending {...me.pendingMail} />}
      </Stack>
    </Panel>
  )
}

function Standing({ me: { isMailConfirmed } }: { me: Me }) {
  const { t } = useText()
  return (
    <div>
      <StatusBadge tone={isMailConfirmed ? 'good' : 'waiting'} icon={isMailConfirmed ? CheckmarkCircleRegular : WarningRegular}>
        {t(isMailConfirmed ? 'mailChange.confirmed' : 'mailChange.notConfirmed')}
      </StatusBadge>
    </div>
  )
}

function Pending({ mail, expiresAt }: NonNullable<Me['pendingMail']>) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  const { installation } = useSession()
  const cancel = useAct({ send: () => api.delete('/me/mail-change'), changes: [meKey], onDone: () => notify.done(t('mailChange.cancelled')) })
  return (
    <>
      <div>
        <StatusBadge tone="waiting" icon={ClockRegular}>
          {t('mailChange.waiting')}
        </StatusBadge>
      </div>
      <QuietText>{t('mailChange.waitingText', { mail, at: formats.dateTime(expiresAt) })}</QuietText>
      {installation.isDemo && <QuietText>{t('users.inMailboxOfDemo')}</QuietText>}
      <ProblemBanner problem={cancel.error && describeProblem(cancel.error, texts)} />
      <Acts>
        <Button disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('mailChange.cancel')}
        </Button>
      </Acts>
    </>
  )
}
