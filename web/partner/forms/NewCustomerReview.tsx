import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { type NewCustomerRules, newCustomerCheckQuery } from '../parts/new-customer-api.ts'
import { useResellers } from '../parts/use-shared-filter.ts'
import type { WizardStep } from '../parts/use-wizard-step.ts'
import type { OrderPreview } from '../parts/subscription-api.ts'
import { isPossible, NewOrderReview } from './NewOrderReview.tsx'
import { cultureOf, customerOf, type Values } from './new-customer-values.ts'

type NewCustomerReviewProps = {
  values: Values
  rules: NewCustomerRules
  order: { count: number; preview: UseQueryResult<OrderPreview> }
  act: { isPending: boolean; error: unknown }
  go: (step: WizardStep) => void
  onSubmit: () => void
}

/** Page three: everything once more, with the way back to each part, and what a verifier may stumble over. */
export function NewCustomerReview({ values, rules, order, act, go, onSubmit }: NewCustomerReviewProps) {
  const texts = useText()
  const { t } = texts
  // What is known to be refused is changed or taken out; what cannot be asked now is judged when the customer is there.
  const isBlocked = act.isPending || (order.count > 0 && (order.preview.isFetching || (order.preview.data !== undefined && !isPossible(order.preview.data))))
  return (
    <Stack>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <QuietText>{t('newCustomer.reviewText')}</QuietText>
      <Hints values={values} rules={rules} />
      <div>
        <Panel title={t('newCustomer.accountInfo')} acts={<UpdateButton label={t('newCustomer.updateAccount')} onClick={() => go('account')} />}>
          <AccountLines values={values} rules={rules} />
          <ForReseller resellerId={values.resellerId} />
        </Panel>
        <Panel title={t('newCustomer.step.subscriptions')} acts={<UpdateButton label={t('newCustomer.updateSubscriptions')} onClick={() => go('subscriptions')} />}>
          <NewOrderReview {...order} />
        </Panel>
      </div>
      <Acts>
        <Button appearance="primary" disabledFocusable={isBlocked} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={() => !isBlocked && onSubmit()}>
          {t('newCustomer.submit')}
        </Button>
        <Button onClick={() => go('subscriptions')}>{t('newCustomer.back')}</Button>
      </Acts>
    </Stack>
  )
}

/** The reseller that was chosen, by its name. */
function ForReseller({ resellerId }: { resellerId: string }) {
  const { t } = useText()
  const chosen = useResellers().find(({ value }) => value === resellerId)
  return chosen ? <KeyValueList items={[{ key: t('partnerships.side.reseller'), value: chosen.label }]} /> : null
}

function UpdateButton({ label, onClick }: { label: string; onClick: () => void }) {
  const { t } = useText()
  return (
    <Button size="small" aria-label={label} onClick={onClick}>
      {t('newCustomer.update')}
    </Button>
  )
}

function Hints({ values, rules }: Pick<NewCustomerReviewProps, 'values' | 'rules'>) {
  const { t } = useText()
  const hints = useQuery(newCustomerCheckQuery(customerOf(values, rules))).data?.hints ?? []
  if (hints.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('newCustomer.hints')}</MessageBarTitle>
        {t('newCustomer.hintsText')}
        <BulletList items={hints.map(({ field, reasonText }) => `${t(field === 'companyName' ? 'newCustomer.companyName' : 'newCustomer.address')}: ${reasonText}`)} />
      </MessageBarBody>
    </MessageBar>
  )
}

function AccountLines({ values, rules }: Pick<NewCustomerReviewProps, 'values' | 'rules'>) {
  const { t } = useText()
  const formats = useFormats()
  const customer = customerOf(values, rules)
  const address = [values.addressLine1, values.addressLine2, [values.postalCode, values.city].filter(Boolean).join(' '), values.state].filter(Boolean)
  return (
    <KeyValueList
      items={[
        { key: t('newCustomer.companyName'), value: values.companyName },
        { key: t('newCustomer.country'), value: formats.country(values.country) },
        { key: t('newCustomer.domainPrefix'), value: `${values.domainPrefix.trim().toLowerCase()}.${rules.domain.ending}` },
        customer.registrationNumber !== '' && { key: t('newCustomer.registrationNumber'), value: customer.registrationNumber },
        { key: t('newCustomer.address'), value: address.join(', ') },
        { key: t('newCustomer.contact'), value: `${values.firstName} ${values.lastName}, ${[values.mail, values.phone].filter(Boolean).join(', ')}` },
        { key: t('newCustomer.languageAndFormat'), value: `${formats.language(values.language)} (${cultureOf(values)})` },
        { key: t('newCustomer.agreement'), value: <AgreementLine values={values} rules={rules} /> },
      ]}
    />
  )
}

function AgreementLine({ values, rules }: Pick<NewCustomerReviewProps, 'values' | 'rules'>) {
  const { t } = useText()
  const formats = useFormats()
  if (!rules.agreement.isRequired) return t('newCustomer.agreementNone')
  if (values.agreement !== 'attested') return t('newCustomer.agreement.customerIsAsked')
  const name = `${values.signerFirstName} ${values.signerLastName}`
  return `${t('newCustomer.agreement.attested')}: ${t('newCustomer.attestedSummary', { name, mail: values.signerMail, day: formats.day(values.agreedOn) })}`
}
