import { TextField, type FieldBinding, type FieldTexts } from './FormField.tsx'

/** A code from an authenticator, or a recovery code: one field, so that it can be pasted and filled in by the browser. */
export function CodeField(props: FieldTexts & { field: FieldBinding }) {
  const { field } = props
  const withoutBlanks = { ...field, onChange: (value: string) => field.onChange(value.replaceAll(/\s/g, '')) }
  return <TextField {...props} field={withoutBlanks} autoComplete="one-time-code" maxLength={64} />
}
