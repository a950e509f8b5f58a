import { type FluentIcon, PeopleRegular } from '@fluentui/react-icons'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import type { MessageKey } from '../../shared/language/translate.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { AskAgainLink } from './AskAgainLink.tsx'
import type { Customer } from './customer-api.ts'

/** In national clouds the customer's users are read here and managed elsewhere (E.1, S2.L4.4); said before somebody looks in vain. */
export function ManagedElsewhere() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return (
    <>
      <QuietText>{t('responsibility.usersElsewhere', { portal: localName(cloud.usersManagedIn) })}</QuietText>
      {!cloud.partnerMayResetPasswords && <QuietText>{t('responsibility.noPasswordReset')}</QuietText>}
    </>
  )
}

type UsersHiddenProps = { customer: Customer; icon?: FluentIcon; title?: MessageKey; text?: MessageKey }

/** Without privileges nobody sees a customer's users and what they have; the way to ask for them. */
export function UsersHidden({ customer, icon = PeopleRegular, title = 'customerAccount.usersHidden', text = 'customerAccount.usersHiddenText' }: UsersHiddenProps) {
  const { t } = useText()
  const { customerId, companyName, privileges, removed } = customer
  const isAskable = privileges.length === 0 && !removed
  return (
    <Panel isFlush>
      <EmptyState icon={icon} title={t(title)} acts={isAskable && <AskAgainLink customerId={customerId} companyName={companyName} kind="restorePrivileges" />}>
        {t(privileges.length > 0 ? 'customerAccount.blocked.onBehalf' : text)}
      </EmptyState>
    </Panel>
  )
}
