import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { CustomerRow, KnownTie } from './customer-api.ts'
import { requestForDomainHref } from './new-request-href.ts'
import { useAskingBlocked } from './use-asking-blocked.ts'

/** In the row: that there is no relationship, only what is known from elsewhere. */
export function KnownBadge() {
  const { t } = useText()
  return <StatusBadge tone="waiting">{t('knownCustomers.badge')}</StatusBadge>
}

/** What the down arrow shows of a customer that is only known from elsewhere: what is known, that it gives no right, and how to connect it. */
export function KnownTies({ customer }: { customer: Pick<CustomerRow, 'companyName' | 'primaryDomain' | 'knownTies'> }) {
  const { t } = useText()
  const sentence = useTieSentence()
  const { companyName, primaryDomain, knownTies } = customer
  const isPrivileged = knownTies.some(({ kind }) => kind === 'delegatedAdmin')
  return (
    <Stack>
      <div>
        <QuietText>{t('knownCustomers.known')}</QuietText>
        <BulletList items={knownTies.map(sentence)} />
      </div>
      <QuietText>
        {t('knownCustomers.noRights')} {isPrivileged && t('knownCustomers.privilegesElsewhere')}
      </QuietText>
      <Acts>
        <AskLink companyName={companyName} primaryDomain={primaryDomain} />
      </Acts>
    </Stack>
  )
}

function AskLink({ companyName, primaryDomain }: Pick<CustomerRow, 'companyName' | 'primaryDomain'>) {
  const { t } = useText()
  const blocked = useAskingBlocked()
  const label = t('customers.requestRelationship')
  const name = t('customers.actOn', { act: label, name: companyName })
  if (blocked !== undefined) {
    return (
      <GuardedButton size="small" aria-label={name} blockedBecause={blocked}>
        {label}
      </GuardedButton>
    )
  }
  return (
    <ButtonLink size="small" appearance="primary" aria-label={name} href={requestForDomainHref({ domain: primaryDomain, companyName })}>
      {label}
    </ButtonLink>
  )
}

/** A tie in words: what it was, in which portal (S1.7), since when. */
function useTieSentence(): (tie: KnownTie) => string {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return ({ kind, service: id, since }) => {
    const service = cloud.services.find((one) => one.id === id)
    const portal = service ? localName(service.adminPortalName) : ''
    return t(`knownCustomers.tie.${kind}`, { where: service ? 'portal' : 'none', portal, when: since === null ? 'none' : 'day', since: since === null ? '' : formats.day(since) })
  }
}
