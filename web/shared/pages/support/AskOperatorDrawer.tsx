import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/FormField.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { supportKey } from './support-api.ts'

const abouts = ['nothing', 'relationship', 'relationshipRequest'] as const

/** A question to the operator; what it is about is named by its id, as the pages show it for copying. */
export function AskOperatorDrawer({ asksOfRequests, onClose }: { asksOfRequests: boolean; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { title: t('support.subject'), body: t('support.text'), about: t('support.about'), id: t('support.aboutId') }
  const form = useForm({
    initial: { title: '', body: '', about: 'nothing', id: '' },
    labels,
    required: ['title', 'body', 'about'],
    check: ({ about, id }) => (about !== 'nothing' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id.trim()) ? { id: t('support.aboutIdForm') } : {}),
  })
  const { title, body, about, id } = form.values
  const ask = useAct({
    send: (_: void, idempotencyKey) => api.post('/support-cases', { body: { title, body, ...(about !== 'nothing' && { about: { type: about, id: id.trim() } }) }, idempotencyKey }),
    changes: [supportKey, ['activity']],
    onDone: () => {
      notify.done(t('support.asked'))
      onClose()
    },
  })
  const offered = abouts.filter((one) => one !== 'relationshipRequest' || asksOfRequests)
  return (
    <FormDrawer title={t('support.ask')} intro={t('support.askIntro')} onClose={onClose}>
      <Form form={form} act={ask} onSubmit={() => ask.mutate()} submitLabel={t('support.send')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('title')} label={labels.title} isSpellChecked autoComplete="off" maxLength={200} />
        <TextAreaField field={form.field('body')} label={labels.body} rows={8} maxLength={5_000} />
        <SelectField field={form.field('about')} label={labels.about} choices={offered.map((value) => ({ value, label: t(`support.about.${value}`) }))} />
        {about !== 'nothing' && <TextField field={{ ...form.field('id'), isRequired: true }} label={labels.id} hint={t('support.aboutIdHint')} autoComplete="off" maxLength={36} />}
      </Form>
    </FormDrawer>
  )
}
