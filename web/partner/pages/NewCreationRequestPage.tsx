import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CreationRequestForm } from '../forms/CreationRequestForm.tsx'
import { newCustomerRulesQuery } from '../parts/new-customer-api.ts'
import { useAskingCreationBlocked } from '../parts/use-asking-creation-blocked.ts'

/** An indirect reseller's *Add a new customer*: what it fills in goes to its provider, which creates the tenant [S1.53, S1.L1.10]. */
export function NewCreationRequestPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('creationRequests.newTitle')} intro={t('creationRequests.newIntro')} above={<TextLink href={paths.partner.customers}>{t('customers.title')}</TextLink>} />
      <Asking />
    </>
  )
}

function Asking() {
  const texts = useText()
  const { language } = useLanguage()
  const blocked = useAskingCreationBlocked()
  const rules = useQuery({ ...newCustomerRulesQuery(language), enabled: blocked === undefined })
  if (blocked !== undefined) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{blocked}</MessageBarBody>
      </MessageBar>
    )
  }
  if (rules.data) return <CreationRequestForm rules={rules.data} />
  return <Panel>{rules.error ? <ErrorState problem={describeProblem(rules.error, texts)} onRetry={() => void rules.refetch()} /> : <LoadingState lines={10} />}</Panel>
}
