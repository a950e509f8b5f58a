import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Button } from '@fluentui/react-components'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { customerKey, type Customer } from '../parts/customer-api.ts'
import { type SignerName, SignerFields } from './SignerFields.tsx'
import { today } from './use-new-customer-form.ts'

type AttestAgreementDrawerProps = { customer: Customer; onAttested: () => void; onClose: () => void }

/** Account → agreement → Update: who accepted at the customer, and when (D.6). What was stated before stands in the form. */
export function AttestAgreementDrawer({ customer, onAttested, onClose }: AttestAgreementDrawerProps) {
  const { t } = useText()
  const { tenant } = useSignedIn()
  const before = customer.agreement.attestation
  const labels: Record<SignerName, string> = {
    ...{ firstName: t('newCustomer.firstName'), lastName: t('newCustomer.lastName') },
    ...{ mail: t('newCustomer.mail'), phone: t('newCustomer.phone'), agreedOn: t('newCustomer.agreedOn') },
  }
  const form = useForm<SignerName>({
    initial: { firstName: before?.firstName ?? '', lastName: before?.lastName ?? '', mail: before?.mail ?? '', phone: before?.phone ?? '', agreedOn: before?.agreedOn ?? '' },
    labels,
    required: ['firstName', 'lastName', 'mail', 'agreedOn'],
    check: ({ agreedOn }) => (agreedOn > today(tenant.timeZone) ? { agreedOn: t('newCustomer.agreedInFuture') } : {}),
  })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { phone, ...statement } = form.values
      return api.post(`/customers/${customer.customerId}/attestations`, { idempotencyKey, body: { ...statement, phone: phone.trim() === '' ? null : phone } })
    },
    changes: [customerKey(customer.customerId), ['activity']],
    onDone: onAttested,
  })
  return (
    <FormDrawer title={t('customerAccount.attestTitle')} intro={t('customerAccount.attestIntro')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('customerAccount.attest')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SignerFields field={form.field} />
      </Form>
    </FormDrawer>
  )
}
