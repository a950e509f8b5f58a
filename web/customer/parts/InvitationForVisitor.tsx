import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AddressedTo } from './AddressedTo.tsx'
import { AskedOfYou } from './AskedOfYou.tsx'
import type { InvitationView } from './invitation-api.ts'
import { signInAndReturn } from './use-switch-account.ts'
import { WhoAsks } from './WhoAsks.tsx'

/** Nobody is signed in: an invitation is never a login (rule R5), but it says who asks and for what. */
export function InvitationForVisitor({ view }: { view: InvitationView }) {
  const { t } = useText()
  const canRegister = view.can.includes('register')
  return (
    <>
      <PageHeader title={t('invitation.title')} intro={t('invitation.intro')} />
      <WhoAsks partners={view.partners} />
      <AskedOfYou view={view} />
      <Panel title={t('invitation.visitorTitle')}>
        <Stack>
          <QuietText>{t('invitation.visitorText')}</QuietText>
          <AddressedTo hint={view.maskedFor} />
          {canRegister && <QuietText>{t('invitation.registerText')}</QuietText>}
          <Acts>
            <ButtonLink appearance="primary" size="large" href={signInAndReturn}>
              {t('invitation.signIn')}
            </ButtonLink>
            {canRegister && (
              <ButtonLink size="large" href={paths.customer.register}>
                {t('invitation.register')}
              </ButtonLink>
            )}
          </Acts>
        </Stack>
      </Panel>
    </>
  )
}
