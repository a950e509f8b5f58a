import { makeStyles } from '@fluentui/react-components'
import type { FormState } from '../../shared/form/use-form.ts'
import type { NewCustomerRules, Remark } from '../parts/new-customer-api.ts'
import type { FieldName } from './new-customer-values.ts'

/** What every part of the account page gets: the one form, the rules, and what is worth a second look. */
export type AccountFieldsProps = { form: FormState<FieldName>; rules: NewCustomerRules; hints: readonly Remark[] }

export const useFieldStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))', gap: '16px', alignItems: 'start' },
  form: { maxWidth: '820px' },
})
