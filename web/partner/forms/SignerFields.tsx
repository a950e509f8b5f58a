import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type FieldBinding, TextField } from '../../shared/ui/FormField.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { today } from './use-new-customer-form.ts'

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: '12px', fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))', gap: '16px', alignItems: 'start' },
})

export type SignerName = 'firstName' | 'lastName' | 'mail' | 'phone' | 'agreedOn'

/** Who accepted the agreement at the customer, and on which day: the same when adding and later (D.6). */
export function SignerFields({ field }: { field: (name: SignerName) => FieldBinding }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('newCustomer.signer')}</legend>
      <Stack>
        <div className={styles.pair}>
          <TextField field={field('firstName')} label={t('newCustomer.firstName')} autoComplete="off" maxLength={100} />
          <TextField field={field('lastName')} label={t('newCustomer.lastName')} autoComplete="off" maxLength={100} />
        </div>
        <div className={styles.pair}>
          <TextField field={field('mail')} label={t('newCustomer.mail')} type="email" autoComplete="off" maxLength={254} />
          <TextField field={field('phone')} label={t('newCustomer.phone')} type="tel" autoComplete="off" maxLength={40} />
        </div>
        <DayField field={field('agreedOn')} />
      </Stack>
    </fieldset>
  )
}

function DayField({ field }: { field: FieldBinding }) {
  const { t } = useText()
  const { tenant } = useSignedIn()
  const id = useId()
  return (
    <Field
      label={{ children: t('newCustomer.agreedOn'), htmlFor: field.id }}
      hint={{ children: t('newCustomer.agreedOnHint'), id: `${id}hint` }}
      validationMessage={field.error}
      validationState={field.error ? 'error' : 'none'}
    >
      <Input id={field.id} name={field.name} type="date" max={today(tenant.timeZone)} value={field.value} aria-required={field.isRequired} onChange={(_, { value }) => field.onChange(value)} />
    </Field>
  )
}
