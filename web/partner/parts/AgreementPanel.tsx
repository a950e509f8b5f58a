import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { AttestAgreementDrawer } from '../forms/AttestAgreementDrawer.tsx'
import type { AgreementStanding, Customer } from './customer-api.ts'

const tones: Record<AgreementStanding['status'], BadgeTone> = { accepted: 'good', attested: 'good', missing: 'waiting', notRequired: 'neutral', unknown: 'ended' }

/** Whether the customer agreement stands: by the customer itself [S0.5, S3.3], or by this partner's word (D.6). */
export function AgreementPanel({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { agreement } = customer
  const { status, attestation } = agreement
  return (
    <Panel title={t('customerAccount.agreement')} acts={<UpdateButton customer={customer} />}>
      <Stack>
        <div>
          <StatusBadge tone={tones[status]}>{t(`customerAccount.agreement.${status}`)}</StatusBadge>
        </div>
        {status !== 'accepted' && <QuietText>{t(`customerAccount.agreementText.${status}`)}</QuietText>}
        {status === 'accepted' && <SignatureLines agreement={agreement} />}
        {attestation && <AttestationLines attestation={attestation} />}
        {status === 'missing' && (
          <>
            <QuietText>{t('customerAccount.attestDeadEnds')}:</QuietText>
            <BulletList items={[t('customerAccount.attestDeadEnd1'), t('customerAccount.attestDeadEnd2')]} />
          </>
        )}
      </Stack>
    </Panel>
  )
}

/** Where it cannot be attested the button stays and says why. */
function UpdateButton({ customer }: { customer: Customer }) {
  const { t } = useText()
  const notify = useNotify()
  const [isOpen, setOpen] = useState(false)
  const { status, attestBlocked } = customer.agreement
  if (status === 'notRequired' || status === 'unknown') return null
  const blocked = attestBlocked?.reasonText ?? (customer.can.includes('attestAgreement') ? undefined : t('customerAccount.blocked.attest'))
  return (
    <>
      <GuardedButton size="small" blockedBecause={blocked} onClick={() => setOpen(true)}>
        {t('customerAccount.attestUpdate')}
      </GuardedButton>
      {isOpen && (
        <AttestAgreementDrawer
          customer={customer}
          onClose={() => setOpen(false)}
          onAttested={() => {
            notify.done(t('customerAccount.attested'))
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

function SignatureLines({ agreement: { signerName, signedAt, versionNumber, language } }: { agreement: AgreementStanding }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <KeyValueList
      items={[
        { key: t('customerAccount.signer'), value: signerName ?? t('shell.unknown') },
        { key: t('customerAccount.signedAt'), value: signedAt ? <DateText at={signedAt} as="dateTime" /> : t('shell.unknown') },
        { key: t('customerAccount.agreementVersion'), value: versionNumber ?? t('shell.unknown') },
        { key: t('customerAccount.agreementLanguage'), value: language ? formats.language(language) : t('shell.unknown') },
      ]}
    />
  )
}

function AttestationLines({ attestation }: { attestation: NonNullable<AgreementStanding['attestation']> }) {
  const { t } = useText()
  const formats = useFormats()
  const { firstName, lastName, mail, phone, agreedOn, attestedBy, attestedAt, versionNumber } = attestation
  return (
    <KeyValueList
      items={[
        { key: t('customerAccount.attestedSigner'), value: `${firstName} ${lastName}` },
        { key: t('customerAccount.attestedContact'), value: [mail, phone].filter(Boolean).join(', ') },
        { key: t('customerAccount.agreedOn'), value: formats.day(agreedOn) },
        { key: t('customerAccount.attestedBy'), value: attestedBy ?? t('shell.unknown') },
        { key: t('customerAccount.attestedAt'), value: <DateText at={attestedAt} as="dateTime" /> },
        { key: t('customerAccount.agreementVersion'), value: versionNumber },
      ]}
    />
  )
}
