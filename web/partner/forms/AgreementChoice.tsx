import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { AccountFieldsProps } from './account-fields.ts'
import { SignerFields } from './SignerFields.tsx'

/** Attest now, or leave it to the customer (D.6). Who may attest is the cloud's rule; where nobody may, the page says why. */
export function AgreementChoice({ form, rules }: Omit<AccountFieldsProps, 'hints'>) {
  const { t } = useText()
  const { isRequired, canAttest, reasonText } = rules.agreement
  const field = form.field('agreement')
  if (!isRequired) {
    return (
      <Panel title={t('newCustomer.agreement')}>
        <QuietText>{t('newCustomer.agreementNone')}</QuietText>
      </Panel>
    )
  }
  const names = { firstName: 'signerFirstName', lastName: 'signerLastName', mail: 'signerMail', phone: 'signerPhone', agreedOn: 'agreedOn' } as const
  return (
    <Panel title={t('newCustomer.agreement')}>
      <Stack>
        <Field label={{ children: t('newCustomer.agreementQuestion') }} validationMessage={field.error} validationState={field.error ? 'error' : 'none'}>
          <RadioGroup id={field.id} tabIndex={-1} value={field.value} onChange={(_, { value }) => field.onChange(value)}>
            <Radio value="attested" disabled={!canAttest} label={t('newCustomer.agreement.attested')} />
            <Radio value="customerIsAsked" label={t('newCustomer.agreement.customerIsAsked')} />
          </RadioGroup>
        </Field>
        {!canAttest && reasonText && <QuietText>{t('newCustomer.cannotAttest', { reason: reasonText })}</QuietText>}
        {field.value === 'customerIsAsked' && <QuietText>{t('newCustomer.agreementAskedText')}</QuietText>}
        {field.value === 'attested' && <SignerFields field={(name) => form.field(names[name])} />}
      </Stack>
    </Panel>
  )
}
