import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { WizardSteps } from '../../shared/ui/WizardSteps.tsx'
import { NewCustomerWizard } from '../forms/NewCustomerWizard.tsx'
import { creationRequestQuery } from '../parts/creation-request-api.ts'
import { CustomerCreated } from '../parts/CustomerCreated.tsx'
import { type CreatedCustomer, newCustomerRulesQuery } from '../parts/new-customer-api.ts'
import type { OrderOutcome } from '../parts/new-customer-order.ts'
import { useAddingBlocked } from '../parts/use-adding-blocked.ts'
import { useWizardStep, wizardSteps } from '../parts/use-wizard-step.ts'

/** A customer that has no tenant yet: Account info · Subscriptions · Review · Confirmation [S1.L1]. */
export function NewCustomerPage() {
  const { t } = useText()
  const { step } = useWizardStep()
  const [created, setCreated] = useState<{ customer: CreatedCustomer; order: OrderOutcome } | null>(null)
  const names = [...wizardSteps, 'confirmation' as const].map((one) => t(`newCustomer.step.${one}`))
  const current = created ? wizardSteps.length : wizardSteps.indexOf(step)
  return (
    <>
      <PageHeader
        key={current}
        title={created ? t('newCustomer.createdTitle', { name: created.customer.companyName }) : t('newCustomer.title')}
        tabTitle={`${t('newCustomer.title')} · ${names[current]}`}
        intro={created ? t('newCustomer.createdText', { domain: created.customer.primaryDomain }) : t('newCustomer.intro')}
        above={<TextLink href={paths.partner.customers}>{t('customers.title')}</TextLink>}
      />
      <WizardSteps label={t('newCustomer.steps')} steps={names} current={current} />
      {created ? <CustomerCreated created={created.customer} order={created.order} /> : <Form onCreated={(customer, order) => setCreated({ customer, order })} />}
    </>
  )
}

function Form({ onCreated }: { onCreated: (created: CreatedCustomer, order: OrderOutcome) => void }) {
  const texts = useText()
  const { language } = useLanguage()
  const blocked = useAddingBlocked()
  const rules = useQuery({ ...newCustomerRulesQuery(language), enabled: blocked === undefined })
  const { request } = useSearch({ strict: false }) as { request?: string }
  const asked = useQuery({ ...creationRequestQuery(request ?? ''), enabled: request !== undefined && blocked === undefined })
  const gone = asked.data && asked.data.status !== 'waiting' ? texts.t('creationRequests.notWaiting') : undefined
  const why = blocked ?? rules.data?.blocked?.reasonText ?? gone
  if (why !== undefined) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {why} <TextLink href={paths.partner.newRequest}>{texts.t('newCustomer.sendRequest')}</TextLink>
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (rules.data && (request === undefined || asked.data)) return <NewCustomerWizard key={request} rules={rules.data} asked={asked.data} onCreated={onCreated} />
  const failed = [rules, asked].find(({ error }) => error !== null)
  return <Panel>{failed?.error ? <ErrorState problem={describeProblem(failed.error, texts)} onRetry={() => void failed.refetch()} /> : <LoadingState lines={10} />}</Panel>
}
