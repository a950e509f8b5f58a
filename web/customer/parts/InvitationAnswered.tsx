import { CheckmarkCircleRegular, DismissCircleRegular, CheckmarkRegular } from '@fluentui/react-icons'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import type { Acceptance, InvitationView } from './invitation-api.ts'
import { OutcomeCard } from './OutcomeCard.tsx'
import { PlainList } from './PlainList.tsx'

const { customer } = paths

/** What exists now, and where it can be seen, narrowed and ended. */
export function InvitationAccepted({ acceptance, view }: { acceptance: Acceptance; view: InvitationView }) {
  const { t, rich } = useText()
  const localName = useLocalName()
  const { tenant, cloud } = useSignedIn()
  const { partner, privileges, signature } = acceptance
  const name = <bdi>{partner.name}</bdi>
  const exists = [
    ...(view.asks.relationship ? view.partners.map((one) => rich('invitation.exists.relationship', { tenant: <bdi>{tenant.name}</bdi>, partner: <bdi>{one.name}</bdi> })) : []),
    ...privileges.map(({ serviceName }) => rich('invitation.exists.privilege', { partner: name, service: serviceName })),
    ...(privileges.length === 0 ? [t('invitation.exists.noPrivileges')] : []),
    ...(signature ? [rich('invitation.exists.signature', { date: <DateText at={signature.signedAt} as="deadline" /> })] : []),
  ]
  return (
    <OutcomeCard icon={CheckmarkCircleRegular} tone="good" title={t('invitation.acceptedTitle')} intro={rich('invitation.acceptedText', { partner: name })}>
      <Stack>
        <PlainList icon={CheckmarkRegular} items={exists} />
        <Acts>
          <ButtonLink appearance="primary" href={customer.partner(partner.id)}>
            {t('invitation.goToPartner', { partner: partner.name })}
          </ButtonLink>
          <ButtonLink href={customer.partners}>{t('invitation.goToPartners', { page: localName(cloud.partnerRelationshipsPageName) })}</ButtonLink>
          {signature && <ButtonLink href={customer.agreement(signature.id)}>{t('invitation.readSigned')}</ButtonLink>}
        </Acts>
      </Stack>
    </OutcomeCard>
  )
}

export function InvitationDeclined({ view }: { view: InvitationView }) {
  const { t, rich } = useText()
  const { tenant } = useSignedIn()
  const words = { tenant: <bdi>{tenant.name}</bdi>, partner: <bdi>{view.partners[0]?.name}</bdi> }
  return (
    <OutcomeCard icon={DismissCircleRegular} tone="neutral" title={t('invitation.declinedTitle')} intro={rich('invitation.declinedText', words)}>
      <Acts>
        <ButtonLink href={customer.partners}>{t('invitation.goHome')}</ButtonLink>
      </Acts>
    </OutcomeCard>
  )
}
