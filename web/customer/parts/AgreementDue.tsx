import { useQuery } from '@tanstack/react-query'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { ownAgreementKey, ownAgreementQuery } from '../../shared/pages/agreements/own-agreement-api.ts'
import { SignAgreement } from '../../shared/pages/agreements/SignAgreement.tsx'
import { AgreementText } from '../../shared/ui/AgreementText.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { agreementsKey } from './agreement-api.ts'

/** A version that everybody signs again: it can be signed here, before an invitation asks for it. */
export function AgreementDue() {
  const { t } = useText()
  const { language } = useLanguage()
  const can = useCan()
  const { person, cloud } = useSignedIn()
  const agreement = useQuery({ ...ownAgreementQuery(language), enabled: can('agreement.read') })
  const text = agreement.data?.text
  if (!agreement.data?.mustSignAgain || !text) return null
  const maySign = person.roles.includes('globalAdministrator') || cloud.billingAdministratorMayAccept
  return (
    <Panel title={t('legal.signAgainTitle')}>
      <Stack>
        <QuietText>{t('legal.signAgain')}</QuietText>
        <AgreementText label={t('legal.customerTextOf')} title={text.title} body={text.body} language={text.language} />
        <SignAgreement
          path="/customer-agreement/signatures"
          text={text}
          blockedBecause={maySign ? undefined : t('legal.blocked.customerRole')}
          changes={[ownAgreementKey, agreementsKey, ['activity']]}
        />
      </Stack>
    </Panel>
  )
}
