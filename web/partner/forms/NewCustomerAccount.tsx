import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { CreationRequest } from '../parts/creation-request-api.ts'
import { checkNewCustomer, domainAvailabilityQuery, newCustomerCheckQuery, type Remark } from '../parts/new-customer-api.ts'
import { useSettled } from '../parts/use-settled.ts'
import { type AccountFieldsProps, useFieldStyles } from './account-fields.ts'
import { AddressFields } from './AddressFields.tsx'
import { AgreementChoice } from './AgreementChoice.tsx'
import { CompanyFields } from './CompanyFields.tsx'
import { ResellerField } from './ResellerField.tsx'
import { customerOf } from './new-customer-values.ts'
import type { Say } from './use-new-customer-form.ts'

type NewCustomerAccountProps = Omit<AccountFieldsProps, 'hints'> & { say: Say; asked: CreationRequest | undefined; onNext: () => void }

/** Page one: company, address, primary contact and the agreement. It leads on when nothing stands in the way. */
export function NewCustomerAccount({ form, rules, say, asked, onNext }: NewCustomerAccountProps) {
  const styles = useFieldStyles()
  const { t } = useText()
  const queryClient = useQueryClient()
  const customer = customerOf(form.values, rules)
  const settled = useSettled(customer)
  const isBegun = settled.companyName.trim() !== '' || settled.addressLine1.trim() !== ''
  const hints = useQuery({ ...newCustomerCheckQuery(settled), enabled: isBegun, placeholderData: (before) => before }).data?.hints ?? []

  const check = useAct({
    send: async () => {
      const { problems } = await checkNewCustomer(customer)
      if (problems.length > 0) return problems
      const domain = await queryClient.fetchQuery(domainAvailabilityQuery(customer.domainPrefix.trim().toLowerCase()))
      return domain.isAvailable ? [] : [{ field: 'domainPrefix', reasonCode: domain.reasonCode ?? '', reasonText: domain.reasonText ?? '' }]
    },
    onDone: (problems: readonly Remark[]) => (problems.length > 0 ? say(problems) : onNext()),
  })
  return (
    <div className={styles.form}>
      <Form
        form={form}
        act={check}
        onSubmit={() => check.mutate()}
        submitLabel={t('newCustomer.next', { step: t('newCustomer.step.subscriptions') })}
        besideSubmit={<ButtonLink href={paths.partner.customers}>{t('shell.cancel')}</ButtonLink>}
      >
        <QuietText>
          {t('newCustomer.existing')} <TextLink href={paths.partner.newRequest}>{t('newCustomer.sendRequest')}</TextLink>
        </QuietText>
        <CompanyFields form={form} rules={rules} hints={hints} />
        <AddressFields form={form} rules={rules} hints={hints} />
        <ContactFields form={form} rules={rules} />
        <ResellerField form={form} asked={asked} />
        <AgreementChoice form={form} rules={rules} />
      </Form>
    </div>
  )
}

/** The primary contact, who becomes the first administrator. */
export function ContactFields({ form, rules }: Omit<AccountFieldsProps, 'hints'>) {
  const styles = useFieldStyles()
  const { t } = useText()
  const isPhoneRequired = rules.countries.some(({ country, phone }) => country === form.values.country && phone === 'required')
  return (
    <Panel title={t('newCustomer.contact')}>
      <Stack>
        <QuietText>{t('newCustomer.contactHint')}</QuietText>
        <div className={styles.pair}>
          <TextField field={form.field('firstName')} label={t('newCustomer.firstName')} autoComplete="off" maxLength={100} />
          <TextField field={form.field('lastName')} label={t('newCustomer.lastName')} autoComplete="off" maxLength={100} />
        </div>
        <div className={styles.pair}>
          <TextField field={form.field('mail')} label={t('newCustomer.mail')} type="email" autoComplete="off" maxLength={254} />
          <TextField field={form.field('phone')} label={t('newCustomer.phone')} hint={isPhoneRequired ? t('newCustomer.phoneHint') : undefined} type="tel" autoComplete="off" maxLength={40} />
        </div>
      </Stack>
    </Panel>
  )
}
