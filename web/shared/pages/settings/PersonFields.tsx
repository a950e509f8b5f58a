import { countryCodes } from '../../language/countries.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { type FieldBinding, SelectField, TextField } from '../../ui/FormField.tsx'
import type { PersonRow } from './people-api.ts'

/** What is said of a person beside roles, as the fields of a form: a missing fact is an empty field. */
export type PersonValues = { displayName: string; firstName: string; lastName: string; mail: string; usageLocation: string }

export function factsOf(person: Pick<PersonRow, keyof PersonValues>): PersonValues {
  const { displayName, firstName, lastName, mail, usageLocation } = person
  return { displayName, firstName: firstName ?? '', lastName: lastName ?? '', mail: mail ?? '', usageLocation: usageLocation ?? '' }
}

/** The other way round; what is not among the values stays. */
export function writtenFacts(values: Partial<PersonValues>) {
  const { displayName, ...facts } = values
  const rest = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]))
  return { ...(displayName !== undefined && { displayName: displayName.trim() }), ...rest }
}

export function usePersonLabels(): Record<keyof PersonValues, string> {
  const { t } = useText()
  return { displayName: t('users.displayName'), firstName: t('users.firstName'), lastName: t('users.lastName'), mail: t('users.mail'), usageLocation: t('users.usageLocation') }
}

/** `field` of a form that has these values among its own. */
export function PersonFields({ form }: { form: { field: (name: keyof PersonValues) => FieldBinding } }) {
  const { t } = useText()
  const formats = useFormats()
  const labels = usePersonLabels()
  const countries = countryCodes.map((value) => ({ value, label: formats.country(value) })).sort((one, other) => one.label.localeCompare(other.label))
  return (
    <>
      <TextField field={form.field('firstName')} label={labels.firstName} autoComplete="off" maxLength={100} />
      <TextField field={form.field('lastName')} label={labels.lastName} autoComplete="off" maxLength={100} />
      <TextField field={form.field('displayName')} label={labels.displayName} autoComplete="off" maxLength={100} />
      <TextField field={form.field('mail')} label={labels.mail} hint={t('users.mailHint')} type="email" autoComplete="off" maxLength={254} />
      <SelectField field={form.field('usageLocation')} label={labels.usageLocation} hint={t('users.usageLocationHint')} choices={[{ value: '', label: t('users.notChosen') }, ...countries]} />
    </>
  )
}
