import { api } from '../../shared/api/api.ts'
import { ChangedMeanwhile } from '../../shared/form/ChangedMeanwhile.tsx'
import { Form } from '../../shared/form/Form.tsx'
import { useVersionedForm } from '../../shared/form/use-versioned-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { mailSenderKey, type OperatorMailSender } from '../parts/operator-api.ts'

const names = ['name', 'address', 'replyTo'] as const
type Name = (typeof names)[number]

/** A setting that others may be changing too: the version says which one was read. */
export function MailSenderForm({ sender, onSaved }: { sender: OperatorMailSender; onSaved: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = Object.fromEntries(names.map((name) => [name, t(`mail.${name}`)])) as Record<Name, string>
  const current = Object.fromEntries(names.map((name) => [name, sender[name] ?? ''])) as Record<Name, string>
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm<Name>({
    current,
    etag: `"${sender.version}"`,
    labels,
    send: (changed, ifMatch) => {
      const values = { ...current, ...changed }
      return api.put('/operator/mail-sender', { body: Object.fromEntries(names.map((name) => [name, values[name].trim() || null])), ifMatch })
    },
    changes: [mailSenderKey, ['activity']],
    onSaved: () => {
      notify.done(t('mail.saved'))
      onSaved()
    },
  })
  const { usualAddress } = sender
  return (
    <Panel title={t('mail.sender')}>
      <ChangedMeanwhile conflict={conflict} />
      <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause}>
        <TextField field={form.field('name')} label={labels.name} hint={t('mail.nameHint')} autoComplete="off" maxLength={100} />
        <TextField field={form.field('address')} label={labels.address} hint={usualAddress === null ? t('mail.addressHintNone') : t('mail.addressHint', { usual: usualAddress })} type="email" autoComplete="off" maxLength={320} />
        <TextField field={form.field('replyTo')} label={labels.replyTo} hint={t('mail.replyToHint')} type="email" autoComplete="off" maxLength={320} />
      </Form>
    </Panel>
  )
}
