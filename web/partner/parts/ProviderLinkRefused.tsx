import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { ProviderInvitation } from './partnership-api.ts'
import { ProviderCard } from './ProviderCard.tsx'
import { useSwitchPartnerAccount } from './use-switch-partner-account.tsx'

type Reason = NonNullable<ProviderInvitation['verdict']['reasonCode']>

/** Why this link cannot be answered here and now, with its code and the next step: none fails silently. */
export function ProviderLinkRefused({ reason, text, view }: { reason: Reason; text: string | null; view: ProviderInvitation | null }) {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t(`partnerships.refused.${reason}`)} intro={text ?? t('partnerships.unknownLinkText')} />
      <Panel>
        <Stack>
          <NextStep next={view?.verdict.next ?? 'contactProvider'} name={view?.provider.name ?? ''} />
          <QuietText>{t('partnerships.reasonCode', { code: reason })}</QuietText>
        </Stack>
      </Panel>
      {view && <ProviderCard provider={view.provider} validUntil={view.validUntil} />}
    </>
  )
}

function NextStep({ next, name }: { next: ProviderInvitation['verdict']['next']; name: string }) {
  const { t } = useText()
  const switchAccount = useSwitchPartnerAccount()
  switch (next) {
    case 'switchAccount':
      return <Acts>{switchAccount}</Acts>
    case 'signAgreement':
      return (
        <Acts>
          <ButtonLink appearance="primary" href={paths.partner.settings.legal}>
            {t('legal.title')}
          </ButtonLink>
        </Acts>
      )
    case 'seeProviders':
      return (
        <Acts>
          <ButtonLink appearance="primary" href={paths.partner.indirectProviders}>
            {t('partnerships.indirectProviders')}
          </ButtonLink>
        </Acts>
      )
    case 'contactOperator':
      return (
        <Acts>
          <ButtonLink href={paths.partner.support}>{t('support.title')}</ButtonLink>
        </Acts>
      )
    case 'askGlobalAdmin':
      return <QuietText>{t('partnerships.askGlobalAdmin')}</QuietText>
    default:
      return <QuietText>{name ? t('partnerships.contactProvider', { name }) : t('partnerships.contactSender')}</QuietText>
  }
}
