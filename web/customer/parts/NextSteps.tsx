import { Button } from '@fluentui/react-components'
import { PersonSwapRegular } from '@fluentui/react-icons'
import { useSession } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { AskFreshLink } from '../forms/AskFreshLink.tsx'
import type { InvitationRefusedProps } from './InvitationRefused.tsx'
import { wholeLink } from './invitation-link.ts'
import { PreparedMessage } from './PreparedMessage.tsx'
import { signInAndReturn, useSwitchAccount } from './use-switch-account.ts'

const { customer } = paths

type NextStepsProps = InvitationRefusedProps & { reasonTitle: string }

/** The way on from a failure, as something to press. */
export function NextSteps(props: NextStepsProps) {
  const { t } = useText()
  const { view, link, onReadAgain } = props
  const partner = view?.partners[0]
  switch (view?.verdict.next) {
    case 'signIn':
    case 'switchAccount':
      return <OtherAccount label={t('invitation.signInElsewhere')} />
    case 'openOtherCloud':
      return <OtherAccount label={t('invitation.openOtherCloud', { portal: view.cloud.portalName })} />
    case 'register':
      return (
        <Acts>
          <ButtonLink appearance="primary" href={customer.register}>
            {t('invitation.register')}
          </ButtonLink>
          <OtherAccountButton label={t('invitation.signInElsewhere')} />
        </Acts>
      )
    case 'forwardToAdministrator':
      return <ForwardMessage {...props} />
    case 'askFreshLink':
      return <AskFreshLink secret={link.secret} partnerName={partner?.name} />
    case 'seePartner':
      return partner ? <SeePartner id={partner.id} name={partner.name} /> : <Home />
    case 'readAgreementAgain':
    case 'none':
      return (
        <Acts>
          <Button appearance="primary" onClick={onReadAgain}>
            {t('invitation.readAgain')}
          </Button>
        </Acts>
      )
    default:
      return view ? <ContactMessage {...props} /> : <Home />
  }
}

function OtherAccount({ label }: { label: string }) {
  return (
    <Acts>
      <OtherAccountButton label={label} isPrimary />
    </Acts>
  )
}

function OtherAccountButton({ label, isPrimary = false }: { label: string; isPrimary?: boolean }) {
  const switchAccount = useSwitchAccount()
  const { signedIn } = useSession()
  const appearance = isPrimary ? 'primary' : 'secondary'
  if (!signedIn) {
    return (
      <ButtonLink appearance={appearance} href={signInAndReturn}>
        {label}
      </ButtonLink>
    )
  }
  return (
    <Button appearance={appearance} icon={<PersonSwapRegular />} onClick={() => void switchAccount()}>
      {label}
    </Button>
  )
}

/** The reader's account may not answer; whoever may gets the same link, since the mail address binds nothing. */
function ForwardMessage({ view, link }: NextStepsProps) {
  const { t } = useText()
  const formats = useFormats()
  const session = useSession()
  const tenant = session.signedIn ? session.tenant.name : t('invitation.yourOrganization')
  const partner = view?.partners[0]?.name ?? t('invitation.thePartner')
  const validity = view?.validUntil ? t('invitation.forwardValidity', { date: formats.deadline(view.validUntil) }) : t('invitation.forwardValidityOpen')
  const text = t('invitation.forwardBody', { partner, tenant, validity, link: wholeLink(link) })
  return <PreparedMessage intro={t('invitation.forwardText')} subject={t('invitation.forwardSubject', { partner })} text={text} />
}

function ContactMessage({ reason, reasonTitle }: NextStepsProps) {
  const { t } = useText()
  const text = t('invitation.contactBody', { reason: reasonTitle, code: reason })
  return <PreparedMessage intro={t('invitation.contactText')} subject={t('invitation.contactSubject')} text={text} />
}

function SeePartner({ id, name }: { id: string; name: string }) {
  const { t } = useText()
  return (
    <Acts>
      <ButtonLink appearance="primary" href={customer.partner(id)}>
        {t('invitation.goToPartner', { partner: name })}
      </ButtonLink>
    </Acts>
  )
}

function Home() {
  const { t } = useText()
  const { signedIn } = useSession()
  return (
    <Acts>
      <ButtonLink href={signedIn ? customer.partners : customer.signIn}>{t(signedIn ? 'invitation.goHome' : 'invitation.signIn')}</ButtonLink>
    </Acts>
  )
}
