import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { AgreementStanding } from './customer-api.ts'

const tones: Record<AgreementStanding['status'], BadgeTone> = { accepted: 'good', missing: 'waiting', notRequired: 'neutral', unknown: 'ended' }

/** Whether the customer agreement stands, who signed it, when, in which version and language [S0.5, S3.3]. */
export function AgreementPanel({ agreement }: { agreement: AgreementStanding }) {
  const { t } = useText()
  const formats = useFormats()
  const { status, signedAt, signerName, versionNumber, language } = agreement
  return (
    <Panel title={t('customerAccount.agreement')}>
      <Stack>
        <div>
          <StatusBadge tone={tones[status]}>{t(`customerAccount.agreement.${status}`)}</StatusBadge>
        </div>
        {status !== 'accepted' && <QuietText>{t(`customerAccount.agreementText.${status}`)}</QuietText>}
        {status === 'accepted' && (
          <KeyValueList
            items={[
              { key: t('customerAccount.signer'), value: signerName ?? t('shell.unknown') },
              { key: t('customerAccount.signedAt'), value: signedAt ? <DateText at={signedAt} as="dateTime" /> : t('shell.unknown') },
              { key: t('customerAccount.agreementVersion'), value: versionNumber ?? t('shell.unknown') },
              { key: t('customerAccount.agreementLanguage'), value: language ? formats.language(language) : t('shell.unknown') },
            ]}
          />
        )}
      </Stack>
    </Panel>
  )
}
