import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { cloudsQuery, operatorKey } from '../parts/operator-api.ts'
import { bodyName, emptyTexts, textsOf, titleName, type TextFieldName } from './agreement-texts.ts'

const languages = ['en', 'es'] as const
const shown = languages.flatMap((language) => [titleName(language), bodyName(language)])
type Name = 'cloud' | TextFieldName

/** One version of a cloud's partner agreement. It is signed byte by byte, so it never changes. */
export function PublishPartnerAgreementDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const notify = useNotify()
  const clouds = useQuery(cloudsQuery).data?.items ?? []
  const named = (name: string) => `${t(name.startsWith('title') ? 'operator.textTitle' : 'operator.textBody')} (${formats.language(name.split('.')[1]!)})`
  const labels = { cloud: t('operator.cloud'), ...Object.fromEntries(Object.keys(emptyTexts).map((name) => [name, named(name)])) } as Record<Name, string>
  const form = useForm<Name>({
    initial: { cloud: '', ...emptyTexts },
    labels,
    required: ['cloud'],
    check: (values) => (textsOf(values, languages).length === 0 ? { [titleName('es')]: t('operator.textMissing') } : {}),
  })
  const publish = useAct({
    send: (_: void, idempotencyKey) => api.post('/operator/partner-agreements', { body: { cloud: form.values.cloud, texts: textsOf(form.values, languages) }, idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('operator.published'))
      onClose()
    },
  })
  const samples = clouds.find(({ id }) => id === form.values.cloud)?.partnerSamples ?? []
  const isEmpty = shown.every((name) => form.values[name] === '')
  const takeSample = () => {
    for (const { language, title, body } of samples) {
      const known = languages.find((one) => one === language)
      if (!known) continue
      form.set(titleName(known), title)
      form.set(bodyName(known), body)
    }
  }
  return (
    <FormDrawer title={t('console.publishPartnerAgreement')} intro={t('console.publishPartnerAgreementText')} onClose={onClose}>
      <Form form={form} act={publish} onSubmit={() => publish.mutate()} submitLabel={t('operator.publishSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SelectField
          field={form.field('cloud')}
          label={labels.cloud}
          choices={[{ value: '', label: t('operator.choose') }, ...clouds.map(({ id, name }) => ({ value: id, label: capitalized(localName(name)) }))]}
        />
        {samples.length > 0 && isEmpty && (
          <div>
            <Button size="small" onClick={takeSample}>
              {t('operator.takeSample')}
            </Button>
          </div>
        )}
        {shown.map((name) =>
          name.startsWith('title') ? (
            <TextField key={name} field={form.field(name)} label={labels[name]} autoComplete="off" maxLength={200} />
          ) : (
            <TextAreaField key={name} field={form.field(name)} label={labels[name]} hint={t('operator.textBodyHint')} rows={10} />
          ),
        )}
      </Form>
    </FormDrawer>
  )
}
