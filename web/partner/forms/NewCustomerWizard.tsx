import { useEffect } from 'react'
import { api } from '../../shared/api/api.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { type CreationRequest, creationRequestKey, creationRequestsKey } from '../parts/creation-request-api.ts'
import { customersKey } from '../parts/customer-api.ts'
import { type CreatedCustomer, type NewCustomerRules } from '../parts/new-customer-api.ts'
import { useWizardStep } from '../parts/use-wizard-step.ts'
import { agreementOf, customerOf, keepValues, requiredFields } from './new-customer-values.ts'
import { NewCustomerAccount } from './NewCustomerAccount.tsx'
import { NewCustomerReview } from './NewCustomerReview.tsx'
import { NewCustomerSubscriptions } from './NewCustomerSubscriptions.tsx'
import { useNewCustomerForm } from './use-new-customer-form.ts'

/** What was typed outlives going back and forth and a reload; it goes when the customer is there. */
export function NewCustomerWizard({ rules, asked, onCreated }: { rules: NewCustomerRules; asked: CreationRequest | undefined; onCreated: (created: CreatedCustomer) => void }) {
  const { person } = useSignedIn()
  const { step, go } = useWizardStep()
  const { form, say } = useNewCustomerForm(rules, { asked })
  const { values } = form
  // What a reseller asked for is kept by its request, and is not what this person typed.
  useEffect(() => {
    if (!asked) keepValues(person.id, values)
  }, [asked, person.id, values])

  const create = useAct({
    send: (_: void, idempotencyKey) => api.post<CreatedCustomer>('/customers', { idempotencyKey, body: { customer: customerOf(values, rules), agreement: agreementOf(values, rules), ...(asked ? { creationRequestId: asked.id } : values.resellerId && { resellerId: values.resellerId }) } }),
    changes: [customersKey, creationRequestsKey, ...(asked ? [creationRequestKey(asked.id)] : []), ['activity'], ['new-customer', 'domain']],
    onDone: (created) => {
      if (!asked) keepValues(person.id, null)
      onCreated(created)
    },
  })
  // What is refused by field is mended where the field stands.
  const fieldRefused = !create.isPending && create.error instanceof ApiProblem && typeof create.error.details.field === 'string' ? create.error : null
  useEffect(() => {
    if (!fieldRefused) return
    say(fieldRefused)
    go('account')
    // Once for each refusal; going there again must stay possible.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fieldRefused])

  // The address may name a later step although nothing was typed yet, for example in a bookmark.
  const isFilled = requiredFields(values, rules).every((name) => values[name].trim() !== '')
  if (step === 'account' || !isFilled) return <NewCustomerAccount form={form} rules={rules} say={say} asked={asked} onNext={() => go('subscriptions')} />
  if (step === 'subscriptions') return <NewCustomerSubscriptions onBack={() => go('account')} onNext={() => go('review')} />
  return <NewCustomerReview values={values} rules={rules} act={create} go={go} onSubmit={() => create.mutate()} />
}
