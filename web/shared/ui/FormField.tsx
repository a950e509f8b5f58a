import { Field, Input, makeStyles, Select, Textarea, type InputProps } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'

/** What a form knows about one of its fields; `useForm().field(name)` gives it. */
export type FieldBinding = {
  id: string
  name: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  error?: string | undefined
  isRequired?: boolean
}

export type FieldTexts = { label: string; hint?: ReactNode }

const useStyles = makeStyles({
  control: { width: '100%', minWidth: 0, maxWidth: '100%' },
})

/** Label, hint and error of one control, wired for those who hear the page (aria-describedby, aria-invalid). */
export function FieldFrame({ field, label, hint, children }: FieldTexts & { field: FieldBinding; children: ReactElement }) {
  const { t } = useText()
  const optional = field.isRequired ? '' : ` (${t('form.optionalMark')})`
  return (
    <Field
      label={{ children: `${label}${optional}`, htmlFor: field.id }}
      hint={hint ? { children: hint } : undefined}
      validationMessage={field.error}
      validationState={field.error ? 'error' : 'none'}
    >
      {children}
    </Field>
  )
}

export type TextFieldProps = FieldTexts & {
  field: FieldBinding
  type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'password'
  autoComplete?: string
  contentAfter?: InputProps['contentAfter']
  inputMode?: InputProps['inputMode']
  maxLength?: number
  isSpellChecked?: boolean
  isReadOnly?: boolean
}

export function TextField({ field, label, hint, type = 'text', isSpellChecked = false, isReadOnly = false, ...input }: TextFieldProps) {
  const styles = useStyles()
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <Input
        {...input}
        {...controlOf(field)}
        className={styles.control}
        type={type}
        spellCheck={isSpellChecked}
        readOnly={isReadOnly}
        onChange={(_, { value }) => field.onChange(value)}
      />
    </FieldFrame>
  )
}

export function TextAreaField({ field, label, hint, rows = 4, maxLength }: FieldTexts & { field: FieldBinding; rows?: number; maxLength?: number }) {
  const styles = useStyles()
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <Textarea
        {...controlOf(field)}
        className={styles.control}
        rows={rows}
        maxLength={maxLength}
        resize="vertical"
        onChange={(_, { value }) => field.onChange(value)}
      />
    </FieldFrame>
  )
}

export type Choice = { value: string; label: string }

export function SelectField({ field, label, hint, choices }: FieldTexts & { field: FieldBinding; choices: readonly Choice[] }) {
  const styles = useStyles()
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <Select {...controlOf(field)} className={styles.control} onChange={(_, { value }) => field.onChange(value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}

function controlOf(field: FieldBinding) {
  return { id: field.id, name: field.name, value: field.value, onBlur: field.onBlur, 'aria-required': field.isRequired }
}
