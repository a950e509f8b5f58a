import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { newRequestHref, type Prefill } from './new-request-href.ts'
import { useAskingBlocked } from './use-asking-blocked.ts'

/** `establish` reinstates what ended [S0.L3.6]; `restorePrivileges` asks again for what the customer took back [S0.2]. */
export type AskAgainLinkProps = Prefill & {
  companyName: string
  appearance?: 'primary' | 'secondary'
  size?: 'small' | 'medium'
}

/** Leads to a new request that is filled in from what was. */
export function AskAgainLink({ companyName, appearance = 'secondary', size = 'medium', ...prefill }: AskAgainLinkProps) {
  const { t } = useText()
  const blocked = useAskingBlocked()
  const label = t(prefill.kind === 'establish' ? 'customers.reinstate' : 'customers.restorePrivileges')
  const looks = { appearance, size, 'aria-label': t('customers.actOn', { act: label, name: companyName }) } as const
  if (blocked !== undefined) {
    return (
      <GuardedButton {...looks} blockedBecause={blocked}>
        {label}
      </GuardedButton>
    )
  }
  return (
    <ButtonLink {...looks} href={newRequestHref(prefill)}>
      {label}
    </ButtonLink>
  )
}
