import { useQuery } from '@tanstack/react-query'
import { useCan } from '../../shared/api/session.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { SignAgreement } from '../../shared/pages/agreements/SignAgreement.tsx'
import { EvidencePanel } from '../../shared/pages/evidence/EvidencePanel.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { AgreementText } from '../../shared/ui/AgreementText.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { partnerAgreementKey, partnerAgreementQuery, type PartnerAgreement } from '../parts/partner-agreement-api.ts'

/** The agreement between the partner and the operator: to be signed here, or as it was signed (S4.L1.5). */
export function SettingsLegalPage() {
  const { t } = useText()
  const { language } = useLanguage()
  const agreement = useQuery(partnerAgreementQuery(language))
  return (
    <>
      <PageHeader title={t('legal.title')} intro={t('legal.intro')} />
      <Panel title={t('legal.agreement')}>
        <Loaded isPart query={agreement}>
          {(value) => <Agreement agreement={value} />}
        </Loaded>
      </Panel>
      <EvidencePanel />
    </>
  )
}

function Agreement({ agreement }: { agreement: PartnerAgreement }) {
  const { t } = useText()
  const can = useCan()
  const { text, signedAt, signer, blockedBecause } = agreement
  const blocked = blockedBecause ? t(`legal.blocked.${blockedBecause}`) : can('partnerAgreement.sign') ? undefined : t('legal.blocked.role')
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('settings.standing'), value: <StatusBadge tone={signedAt ? 'good' : 'waiting'}>{t(signedAt ? 'legal.signed' : 'legal.unsigned')}</StatusBadge> },
          signedAt !== null && { key: t('legal.signedAt'), value: <DateText at={signedAt} as="deadline" /> },
          signedAt !== null && { key: t('legal.signedBy'), value: text ? (signer ?? t('shell.unknown')) : t('legal.signedOutside') },
          text && { key: t('legal.version'), value: String(text.number) },
          text && { key: t('legal.hash'), value: <CopyableId id={text.sha256} what={t('legal.theHash')} /> },
        ]}
      />
      {text && <AgreementText label={t('legal.textOf')} title={text.title} body={text.body} language={text.language} />}
      {signedAt === null && (
        // The session says on every page whether the agreement is signed.
        <SignAgreement path="/partner-agreement/signatures" text={text} blockedBecause={blocked} changes={[partnerAgreementKey, ['tenant'], ['session'], ['activity']]} />
      )}
    </Stack>
  )
}
