import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import type { OperatorManifest } from '../parts/cloud-api.ts'
import { operatorKey } from '../parts/operator-api.ts'

type Name = 'id' | 'copyOf' | 'en' | 'es'
const names = ['id', 'copyOf', 'en', 'es'] as const

/** A cloud of the operator's own, which begins with the rules of another (decision 1). */
export function AddCloudDrawer({ clouds, onClose }: { clouds: readonly OperatorManifest[]; onClose: () => void }) {
  const { t } = useText()
  const localName = useLocalName()
  const notify = useNotify()
  const labels = Object.fromEntries(names.map((name) => [name, t(`clouds.field.${name}`)])) as Record<Name, string>
  const form = useForm<Name>({
    initial: { id: '', copyOf: clouds[0]?.id ?? '', en: '', es: '' },
    labels,
    required: names,
    check: ({ id }) => (/^[a-z][a-zA-Z0-9]{1,30}$/.test(id.trim()) ? {} : { id: t('clouds.codeForm') }),
  })
  const add = useAct({
    send: (_: void, idempotencyKey) => {
      const { id, copyOf, en, es } = form.values
      return api.post('/operator/cloud-manifests', { body: { id: id.trim(), copyOf, name: { en, es } }, idempotencyKey })
    },
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('clouds.added'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('clouds.add')} intro={t('clouds.addText')} onClose={onClose}>
      <Form form={form} act={add} onSubmit={() => add.mutate()} submitLabel={t('clouds.addSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SelectField field={form.field('copyOf')} label={labels.copyOf} choices={clouds.map(({ id, editable }) => ({ value: id, label: localName(editable.name) }))} />
        <TextField field={form.field('id')} label={labels.id} hint={t('clouds.codeHint')} autoComplete="off" maxLength={31} />
        <TextField field={form.field('es')} label={labels.es} autoComplete="off" maxLength={100} />
        <TextField field={form.field('en')} label={labels.en} autoComplete="off" maxLength={100} />
      </Form>
    </FormDrawer>
  )
}
