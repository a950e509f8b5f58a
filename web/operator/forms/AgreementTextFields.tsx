import { Button } from '@fluentui/react-components'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { TextAreaField, TextField, type FieldBinding } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'

export type AgreementTextFieldsProps = {
  language: string
  title: FieldBinding
  body: FieldBinding
  /** Our own sample text of this cloud and language, to start from. */
  sample: { title: string; body: string } | undefined
}

export function AgreementTextFields({ language, title, body, sample }: AgreementTextFieldsProps) {
  const { t } = useText()
  const formats = useFormats()
  const takeSample = () => {
    if (!sample) return
    title.onChange(sample.title)
    body.onChange(sample.body)
  }
  const isEmpty = title.value === '' && body.value === ''
  return (
    <Panel
      title={capitalized(formats.language(language))}
      acts={
        sample &&
        isEmpty && (
          <Button size="small" onClick={takeSample}>
            {t('operator.takeSample')}
          </Button>
        )
      }
    >
      <Stack>
        <TextField field={{ ...title, isRequired: !isEmpty }} label={t('operator.textTitle')} autoComplete="off" maxLength={200} />
        <TextAreaField field={{ ...body, isRequired: !isEmpty }} label={t('operator.textBody')} hint={t('operator.textBodyHint')} rows={12} />
      </Stack>
    </Panel>
  )
}
