import { Button } from '@fluentui/react-components'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'

export type MarketException = { partnerCountry: string; customerCountry: string; allowed: boolean; reason: string }

export type AddExceptionDrawerProps = {
  countries: readonly string[]
  change: { isPending: boolean; error: unknown }
  onAdd: (exception: MarketException) => void
  onClose: () => void
}

type Name = 'partnerCountry' | 'customerCountry' | 'allowed' | 'reason'
const names = ['partnerCountry', 'customerCountry', 'allowed', 'reason'] as const

export function AddExceptionDrawer({ countries, change, onAdd, onClose }: AddExceptionDrawerProps) {
  const { t } = useText()
  const formats = useFormats()
  const labels = Object.fromEntries(names.map((name) => [name, t(`clouds.exception.${name}`)])) as Record<Name, string>
  const form = useForm<Name>({ initial: { partnerCountry: '', customerCountry: '', allowed: 'true', reason: '' }, labels, required: names })
  const shown = countries.map((value) => ({ value, label: formats.country(value) })).sort((one, other) => one.label.localeCompare(other.label))
  const choices = [{ value: '', label: t('operator.choose') }, ...shown]
  const add = () => onAdd({ ...form.values, allowed: form.values.allowed === 'true' })
  return (
    <FormDrawer title={t('clouds.addException')} intro={t('clouds.exceptionsText')} onClose={onClose}>
      <Form form={form} act={change} onSubmit={add} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SelectField field={form.field('partnerCountry')} label={labels.partnerCountry} choices={choices} />
        <SelectField field={form.field('customerCountry')} label={labels.customerCountry} choices={choices} />
        <SelectField field={form.field('allowed')} label={labels.allowed} choices={[{ value: 'true', label: t('clouds.allowed') }, { value: 'false', label: t('clouds.barred') }]} />
        <TextField field={form.field('reason')} label={labels.reason} hint={t('clouds.reasonHint')} autoComplete="off" maxLength={100} />
      </Form>
    </FormDrawer>
  )
}
