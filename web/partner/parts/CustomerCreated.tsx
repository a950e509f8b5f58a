import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { useCan } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { CredentialsView } from '../../shared/pages/settings/CredentialsView.tsx'
import type { CreatedCustomer } from './new-customer-api.ts'
import { useLeaveGuard } from './use-leave-guard.tsx'

/** The last page: the credentials once [S1.L1.6], and what comes next. It is not left by accident. */
export function CustomerCreated({ created }: { created: CreatedCustomer }) {
  const { t } = useText()
  const can = useCan()
  const [isKept, setKept] = useState(false)
  const guard = useLeaveGuard(() => !isKept, { title: t('newCustomer.leaveTitle'), text: t('newCustomer.leaveText'), leave: t('newCustomer.leave') })
  const { administrator, agreement, signInUrl, customerId, companyName } = created
  const mayLook = can('customer.read')
  return (
    <>
      {guard}
      <Panel title={t('newCustomer.credentials')}>
        <Stack>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('newCustomer.onlyOnce')}</MessageBarBody>
          </MessageBar>
          <CredentialsView credentials={{ ...administrator, signInUrl }} />
          <Checkbox checked={isKept} onChange={(_, { checked }) => setKept(checked === true)} label={t('newCustomer.kept')} />
        </Stack>
      </Panel>
      <Panel title={t('newCustomer.nextSteps')}>
        <BulletList
          items={[
            t('newCustomer.nextPass', { name: companyName }),
            ...(agreement === 'attested' ? [t('newCustomer.nextAttested')] : []),
            ...(agreement === 'customerIsAsked' ? [t('newCustomer.nextAsked')] : []),
            t('newCustomer.nextPrivileges'),
          ]}
        />
      </Panel>
      <Acts>
        <ButtonLink appearance="primary" href={paths.partner.customers}>
          {t('newCustomer.done')}
        </ButtonLink>
        {mayLook && <ButtonLink href={paths.partner.customerAccount(customerId)}>{t('newCustomer.openAccount')}</ButtonLink>}
      </Acts>
    </>
  )
}
