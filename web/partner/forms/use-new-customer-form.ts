import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { type FormState, useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { NewCustomerRules, Remark } from '../parts/new-customer-api.ts'
import type { CreationRequest } from '../parts/creation-request-api.ts'
import { askedValues, type FieldName, keptValues, noValues, requiredFields, rulesIn, type Values } from './new-customer-values.ts'

/** What the server said about a value. It holds until the value is another one. */
type Said = Partial<Record<FieldName, { readonly value: string; readonly text: string }>>

export type Say = (what: readonly Remark[] | ApiProblem) => void

/** One form over all pages: the rules of the chosen country, and what the server said field by field. Filled in from a reseller's request where one is completed. */
export function useNewCustomerForm(rules: NewCustomerRules, { asked, required = [] }: { asked?: CreationRequest | undefined; required?: readonly FieldName[] } = {}): { form: FormState<FieldName>; say: Say } {
  const { t } = useText()
  const labels = useLabels()
  const { person, tenant } = useSignedIn()
  const { reseller, company, country } = useSearch({ strict: false }) as { reseller?: string; company?: string; country?: string }
  const [initial] = useState(() => {
    if (asked) return askedValues(noValues(rules, tenant.country), asked.customer, asked.partner?.id ?? '')
    const kept = keptValues(person.id, noValues(rules, tenant.country))
    // *Add a new customer* of a reseller's row has it chosen already.
    const known = reseller ? { ...kept, resellerId: reseller } : kept
    // A lead names company and country; what was typed since then stays.
    if (!company || kept.companyName !== '') return known
    return { ...known, companyName: company, ...(rulesIn(rules, country ?? '') && { country: country! }) }
  })
  const [said, setSaid] = useState<Said>({})
  // The required fields follow the country, and the country is one of the values: two drawings, one truth.
  const [current, setCurrent] = useState(initial)
  const check = (values: Values) => ({ ...saidOf(said, values), ...ownRules(values) })
  const ownRules = (values: Values): Partial<Values> => ({
    ...(rules.agreement.isRequired && values.agreement === '' && { agreement: t('newCustomer.agreementMissing') }),
    ...(values.agreement === 'attested' && values.agreedOn > today(tenant.timeZone) && { agreedOn: t('newCustomer.agreedInFuture') }),
  })
  const form = useForm<FieldName>({ initial, labels, required: [...requiredFields(current, rules), ...required], check })
  if (form.values !== current) setCurrent(form.values)
  const say: Say = (what) => {
    const remarks = what instanceof ApiProblem ? remarksIn(what) : what
    setSaid(Object.fromEntries(remarks.map(({ field, reasonText }) => [field, { value: form.values[field as FieldName] ?? '', text: reasonText }])))
    if (what instanceof ApiProblem) form.isReady()
  }
  return { form, say }
}

/** `YYYY-MM-DD` where the partner works. */
export function today(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())
}

function saidOf(said: Said, values: Values): Partial<Values> {
  const held = Object.entries(said).filter(([name, { value }]) => values[name as FieldName] === value)
  return Object.fromEntries(held.map(([name, { text }]) => [name, text])) as Partial<Values>
}

const signerNames: Readonly<Record<string, FieldName>> = { firstName: 'signerFirstName', lastName: 'signerLastName', mail: 'signerMail', phone: 'signerPhone', agreedOn: 'agreedOn' }

/** A refusal of the creation, whose fields may be those of the statement. */
function remarksIn(problem: ApiProblem): Remark[] {
  const remark = (path: string, text: string): Remark => {
    const name = path.split(/[./]/).at(-1) ?? ''
    return { field: /statement/.test(path) ? (signerNames[name] ?? name) : name, reasonCode: problem.code, reasonText: text }
  }
  const whole = problem.detail ?? problem.title
  const named = typeof problem.details.field === 'string' ? [remark(problem.details.field, whole)] : []
  return [...problem.pointers.map(({ pointer, detail }) => remark(pointer, detail ?? whole)), ...named]
}

function useLabels(): Values {
  const { t } = useText()
  const signer = (name: 'firstName' | 'lastName' | 'mail' | 'phone') => `${t('newCustomer.signer')}: ${t(`newCustomer.${name}`)}`
  return {
    ...{ companyName: t('newCustomer.companyName'), country: t('newCustomer.country'), domainPrefix: t('newCustomer.domainPrefix'), registrationNumber: t('newCustomer.registrationNumber') },
    ...{ addressLine1: t('newCustomer.addressLine1'), addressLine2: t('newCustomer.addressLine2'), postalCode: t('newCustomer.postalCode'), city: t('newCustomer.city'), state: t('newCustomer.state') },
    ...{ firstName: t('newCustomer.firstName'), lastName: t('newCustomer.lastName'), mail: t('newCustomer.mail'), phone: t('newCustomer.phone'), language: t('newCustomer.language') },
    ...{ signerFirstName: signer('firstName'), signerLastName: signer('lastName'), signerMail: signer('mail'), signerPhone: signer('phone') },
    ...{ agreedOn: t('newCustomer.agreedOn'), agreement: t('newCustomer.agreement'), resellerId: t('partnerships.side.reseller'), providerId: t('creationRequests.provider'), note: t('creationRequests.note') },
  }
}
