import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { sessionQuery, useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { peopleKey } from './people-api.ts'
import { meKey, type Me } from './settings-api.ts'

export function ChangeMailForm({ onDone }: { onDone: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const { installation } = useSession()
  const form = useForm({ initial: { mail: '' }, labels: { mail: t('mailChange.newMail') }, required: ['mail'] })
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post<Me>('/me/mail-change', { body: { mail: form.values.mail.trim() }, idempotencyKey }),
    changes: [meKey, peopleKey, sessionQuery.queryKey],
    onDone: ({ pendingMail }) => {
      notify.done(t(pendingMail ? 'mailChange.asked' : 'settings.saved'))
      onDone()
    },
  })
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t(installation.mailLeaves ? 'mailChange.submit' : 'shell.save')} besideSubmit={<Button onClick={onDone}>{t('shell.cancel')}</Button>}>
      <QuietText>{t(installation.mailLeaves ? 'mailChange.text' : 'mailChange.textNoMail')}</QuietText>
      <TextField field={form.field('mail')} label={t('mailChange.newMail')} hint={t('settings.mailHint')} type="email" autoComplete="email" maxLength={254} />
    </Form>
  )
}
