import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { DebtDialog } from '../forms/DebtDialog.tsx'
import { ReinstatePartnerDialog } from '../forms/ReinstatePartnerDialog.tsx'
import { SuspendPartnerDialog } from '../forms/SuspendPartnerDialog.tsx'
import { VerifyPartnerDialog } from '../forms/VerifyPartnerDialog.tsx'
import type { OperatorPartner } from './operator-api.ts'
import { useKindNames } from './use-kind-names.ts'

type Asked = 'verify' | 'suspend' | 'reinstate' | 'debt'

/** One partner whole, and the operator's acts on it. */
export function PartnerDetails({ partner }: { partner: OperatorPartner }) {
  const { t } = useText()
  const formats = useFormats()
  const kindNames = useKindNames()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const isSuspended = partner.can.includes('reinstate')
  const isInDebt = partner.can.includes('clearDebt')
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('operator.tenantId'), value: <CopyableId id={partner.id} what={t('settings.theTenantId')} /> },
          { key: t('operator.kinds'), value: formats.list(kindNames(partner.kinds)) },
          { key: t('operator.enrolledAt'), value: <DateText at={partner.enrolledAt} /> },
          { key: t('operator.identity'), value: <Identity partner={partner} /> },
          isSuspended && { key: t('operator.suspendedBecause'), value: partner.statusReason ?? t('operator.noReason') },
        ]}
      />
      <Acts>
        <Button size="small" onClick={() => setAsked('verify')}>
          {t(partner.verifiedAt ? 'operator.verifyAgain' : 'operator.verify')}
        </Button>
        <Button size="small" onClick={() => setAsked(isSuspended ? 'reinstate' : 'suspend')}>
          {t(isSuspended ? 'operator.reinstate' : 'operator.suspend')}
        </Button>
        <Button size="small" onClick={() => setAsked('debt')}>
          {t(isInDebt ? 'operator.clearDebt' : 'operator.markDebt')}
        </Button>
      </Acts>
      {asked === 'verify' && <VerifyPartnerDialog partner={partner} onClose={close} />}
      {asked === 'suspend' && <SuspendPartnerDialog partner={partner} onClose={close} />}
      {asked === 'reinstate' && <ReinstatePartnerDialog partner={partner} onClose={close} />}
      {asked === 'debt' && <DebtDialog partner={partner} onClose={close} />}
    </Stack>
  )
}

function Identity({ partner }: { partner: OperatorPartner }) {
  const { t, has } = useText()
  const formats = useFormats()
  if (!partner.verifiedAt) return t('settings.notVerified')
  const key = `settings.method.${partner.verificationMethod ?? ''}`
  const method = has(key) ? t(key as 'settings.method.operatorCheck') : (partner.verificationMethod ?? t('shell.unknown'))
  return (
    <>
      {t('settings.verifiedHow', { at: formats.date(partner.verifiedAt), method })}
      {partner.verificationNote && <div>{t('operator.noteOf', { note: partner.verificationNote })}</div>}
    </>
  )
}
