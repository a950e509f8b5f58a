import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { ApiProblem, isPassing } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { type CreationRequest, creationRequestKey, creationRequestsKey } from '../parts/creation-request-api.ts'
import { customersKey } from '../parts/customer-api.ts'
import { type ChosenLine, linesToSend } from '../parts/chosen-line.ts'
import { type CreatedCustomer, type NewCustomerRules } from '../parts/new-customer-api.ts'
import { keepLines, keptLines, newOrderPreviewQuery, type OrderOutcome } from '../parts/new-customer-order.ts'
import { useWizardStep } from '../parts/use-wizard-step.ts'
import { agreementOf, customerOf, keepValues, newBuyerOf, requiredFields } from './new-customer-values.ts'
import { NewCustomerAccount } from './NewCustomerAccount.tsx'
import { NewCustomerReview } from './NewCustomerReview.tsx'
import { NewCustomerSubscriptions } from './NewCustomerSubscriptions.tsx'
import { useNewCustomerForm } from './use-new-customer-form.ts'

/** What was typed outlives going back and forth and a reload; it goes when the customer is there. */
export function NewCustomerWizard({ rules, asked, onCreated }: { rules: NewCustomerRules; asked: CreationRequest | undefined; onCreated: (created: CreatedCustomer, order: OrderOutcome) => void }) {
  const { person } = useSignedIn()
  const { step, go } = useWizardStep()
  const { form, say } = useNewCustomerForm(rules, { asked })
  const { values } = form
  const [lines, setLines] = useState<readonly ChosenLine[]>(() => (asked ? [] : keptLines(person.id)))
  const order = linesToSend(lines, values.resellerId)
  const preview = useQuery({ ...newOrderPreviewQuery(newBuyerOf(values, rules), order ?? []), enabled: step === 'review' && order !== undefined })
  // What a reseller asked for is kept by its request, and is not what this person typed.
  useEffect(() => {
    if (!asked) keepValues(person.id, values)
  }, [asked, person.id, values])
  useEffect(() => {
    if (!asked) keepLines(person.id, lines)
  }, [asked, person.id, lines])

  const create = useAct<void, { created: CreatedCustomer; outcome: OrderOutcome }>({
    send: async (_, idempotencyKey) => {
      const body = { customer: customerOf(values, rules), agreement: agreementOf(values, rules), ...(asked ? { creationRequestId: asked.id } : values.resellerId && { resellerId: values.resellerId }) }
      const created = await api.post<CreatedCustomer>('/customers', { idempotencyKey, body })
      return { created, outcome: order && (await place(created.customerId, { lines: order, total: preview.data?.total, idempotencyKey: `${idempotencyKey}-order` })) }
    },
    changes: [customersKey, creationRequestsKey, ...(asked ? [creationRequestKey(asked.id)] : []), ['activity'], ['new-customer', 'domain']],
    onDone: ({ created, outcome }) => {
      if (!asked) {
        keepValues(person.id, null)
        keepLines(person.id, [])
      }
      onCreated(created, outcome)
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
  if (step === 'subscriptions') return <NewCustomerSubscriptions values={values} rules={rules} lines={lines} onLines={setLines} onBack={() => go('account')} onNext={() => go('review')} />
  return <NewCustomerReview values={values} rules={rules} order={{ count: lines.length, preview }} act={create} go={go} onSubmit={() => create.mutate()} />
}

interface Wish {
  readonly lines: readonly object[]
  readonly total: string | null | undefined
  readonly idempotencyKey: string
}

/** The order for the customer that is there now, once however often it is sent. Whatever comes of it, the customer stays, and the last page says so. */
async function place(customerId: string, { lines, total, idempotencyKey }: Wish): Promise<OrderOutcome> {
  const send = () => api.post(`/customers/${customerId}/orders`, { body: { lines, ...(total && { expectedTotal: total }) }, idempotencyKey })
  try {
    await send().catch((error: unknown) => (isPassing(error) ? send() : Promise.reject(error)))
    return { isPlaced: true, count: lines.length }
  } catch (error) {
    return { isPlaced: false, error }
  }
}
