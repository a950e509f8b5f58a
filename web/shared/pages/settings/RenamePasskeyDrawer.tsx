import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { type Passkey, passkeysKey } from '../../passkeys/passkeys-api.ts'
import { TextField } from '../../ui/FormField.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { useNotify } from '../../ui/Toasts.tsx'

export function RenamePasskeyDrawer({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const form = useForm({ initial: { name: passkey.name }, labels: { name: t('passkeys.name') }, required: ['name'] })
  const act = useAct({
    send: () => api.patch(`/me/passkeys/${passkey.id}`, { body: { name: form.values.name.trim() }, ifMatch: `"${passkey.version}"` }),
    changes: [passkeysKey],
    onDone: () => {
      notify.done(t('settings.saved'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('passkeys.renameTitle')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('name')} label={t('passkeys.name')} hint={t('passkeys.nameHint')} maxLength={100} />
      </Form>
    </FormDrawer>
  )
}
