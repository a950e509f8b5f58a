import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../shared/api/api.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { SelectField, TextAreaField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type CreationRequest, creationRequestsKey } from '../parts/creation-request-api.ts'
import { type NewCustomerRules, newCustomerCheckQuery } from '../parts/new-customer-api.ts'
import { useProviders } from '../parts/use-shared-filter.ts'
import { useSettled } from '../parts/use-settled.ts'
import { useFieldStyles } from './account-fields.ts'
import { AddressFields } from './AddressFields.tsx'
import { CompanyFields } from './CompanyFields.tsx'
import { customerOf, keepValues } from './new-customer-values.ts'
import { ContactFields } from './NewCustomerAccount.tsx'
import { useNewCustomerForm } from './use-new-customer-form.ts'

/** The form of a new customer as far as a reseller fills it in; the agreement is its provider's to settle. What was typed outlives a reload. */
export function CreationRequestForm({ rules: whole }: { rules: NewCustomerRules }) {
  const styles = useFieldStyles()
  const { t } = useText()
  const follow = useFollow()
  const notify = useNotify()
  const { person } = useSignedIn()
  const rules = { ...whole, agreement: { ...whole.agreement, isRequired: false } }
  const providers = useProviders()
  const { form, say } = useNewCustomerForm(rules, { required: ['providerId'] })
  const { values } = form
  useEffect(() => keepValues(person.id, values), [person.id, values])
  const customer = customerOf(values, rules)
  const settled = useSettled(customer)
  const isBegun = settled.companyName.trim() !== '' || settled.addressLine1.trim() !== ''
  const hints = useQuery({ ...newCustomerCheckQuery(settled), enabled: isBegun, placeholderData: (before) => before }).data?.hints ?? []

  const ask = useAct<void, CreationRequest>({
    send: (_, idempotencyKey) => api.post<CreationRequest>('/creation-requests', { idempotencyKey, body: { customer, providerId: values.providerId, note: values.note.trim() === '' ? null : values.note } }),
    changes: [creationRequestsKey],
    onDone: ({ id }) => {
      keepValues(person.id, null)
      notify.done(t('creationRequests.sent'))
      follow(paths.partner.creationRequest(id))
    },
  })
  const refused = !ask.isPending && ask.error instanceof ApiProblem && typeof ask.error.details.field === 'string' ? ask.error : null
  useEffect(() => {
    if (refused) say(refused)
    // Once for each refusal.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refused])
  return (
    <div className={styles.form}>
      <Form
        form={form}
        act={ask}
        onSubmit={() => ask.mutate()}
        submitLabel={t('creationRequests.send')}
        blockedBecause={providers.isLoading || providers.choices.length > 0 ? undefined : t('creationRequests.noProvider')}
        besideSubmit={<ButtonLink href={paths.partner.customers}>{t('shell.cancel')}</ButtonLink>}
      >
        <QuietText>
          {t('newCustomer.existing')} <TextLink href={paths.partner.newRequest}>{t('newCustomer.sendRequest')}</TextLink>
        </QuietText>
        <Panel title={t('partnerships.side.provider')}>
          <Stack>
            <SelectField field={form.field('providerId')} label={t('creationRequests.provider')} hint={t('creationRequests.providerHint')} choices={[{ value: '', label: t('creationRequests.chooseProvider') }, ...providers.choices]} />
            <TextAreaField field={form.field('note')} label={t('creationRequests.note')} rows={3} maxLength={500} />
          </Stack>
        </Panel>
        <CompanyFields form={form} rules={rules} hints={hints} />
        <AddressFields form={form} rules={rules} hints={hints} />
        <ContactFields form={form} rules={rules} />
      </Form>
    </div>
  )
}
