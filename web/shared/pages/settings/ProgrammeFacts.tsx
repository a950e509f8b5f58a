import { ShieldCheckmarkRegular } from '@fluentui/react-icons'
import { makeStyles } from '@fluentui/react-components'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { PartnerStanding } from './settings-api.ts'
import { StandingBadges } from './StandingBadges.tsx'

const useStyles = makeStyles({
  badges: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  under: { marginTop: '4px' },
})

/** How the partner stands in the operator's programme. Customers read the same about it. */
export function ProgrammeFacts({ partner }: { partner: PartnerStanding }) {
  const { t, has } = useText()
  const formats = useFormats()
  const kinds = partner.kinds.map((kind) => (has(`settings.kind.${kind}`) ? t(`settings.kind.${kind}` as 'settings.kind.directBill') : kind))
  return (
    <Panel title={t('settings.programme')}>
      <KeyValueList
        items={[
          { key: t('settings.standing'), value: <Standing partner={partner} /> },
          { key: t('settings.identity'), value: <Verified partner={partner} /> },
          { key: t('settings.kinds'), value: formats.list(kinds) },
          { key: t('settings.programmeId'), value: partner.programmeId ? <CopyableId id={partner.programmeId} what={t('settings.theProgrammeId')} /> : t('settings.programmeIdMissing') },
          { key: t('settings.contractSigned'), value: partner.agreementSignedAt ? <DateText at={partner.agreementSignedAt} /> : t('settings.contractNotSigned') },
          { key: t('settings.enrolledAt'), value: <DateText at={partner.enrolledAt} /> },
        ]}
      />
    </Panel>
  )
}

function Standing({ partner }: { partner: PartnerStanding }) {
  const styles = useStyles()
  const { t } = useText()
  const isGood = partner.status === 'active' && !partner.inDebt
  return (
    <>
      <span className={styles.badges}>
        <StandingBadges partner={partner} />
      </span>
      {!isGood && (
        <div className={styles.under}>
          <QuietText>{t(partner.status === 'suspended' ? 'settings.suspendedText' : 'settings.inDebtText')}</QuietText>
        </div>
      )}
    </>
  )
}

function Verified({ partner }: { partner: PartnerStanding }) {
  const styles = useStyles()
  const { t, has } = useText()
  const formats = useFormats()
  if (!partner.verifiedAt) {
    return (
      <>
        <StatusBadge tone="ended">{t('settings.notVerified')}</StatusBadge>
        <div className={styles.under}>
          <QuietText>{t('settings.notVerifiedText')}</QuietText>
        </div>
      </>
    )
  }
  const key = `settings.method.${partner.verificationMethod ?? ''}`
  const method = has(key) ? t(key as 'settings.method.operatorCheck') : (partner.verificationMethod ?? t('shell.unknown'))
  return (
    <>
      <StatusBadge tone="good" icon={ShieldCheckmarkRegular}>{t('settings.verified')}</StatusBadge>
      <div className={styles.under}>
        <QuietText>{t('settings.verifiedHow', { at: formats.date(partner.verifiedAt), method })}</QuietText>
      </div>
    </>
  )
}
