import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { FactGrid } from './FactGrid.tsx'
import type { AskingPartner } from './invitation-api.ts'
import { PartnerKinds, VerifiedBadge } from './PartnerBadges.tsx'

const useStyles = makeStyles({
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 12px',
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  bar: { paddingBlock: '8px' },
  words: { display: 'block' },
})

/** Server facts only, never the words of a mail (rule R12): cloud, country and partner id are who somebody is. */
export function PartnerIdentity({ partner }: { partner: AskingPartner }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  return (
    <Stack>
      <h3 className={styles.name}>
        <bdi>{partner.name}</bdi>
        <VerifiedBadge isVerified={partner.isVerified} />
      </h3>
      <Warnings partner={partner} />
      <FactGrid
        facts={[
          { key: t('invitation.partnerId'), isWide: true, value: <CopyableId id={partner.id} what={t('invitation.partnerId')} /> },
          { key: t('invitation.country'), value: formats.country(partner.country) },
          { key: t('invitation.domain'), value: <bdi>{partner.domain}</bdi> },
          { key: t('invitation.programmeId'), value: partner.programmeId ? <CopyableId id={partner.programmeId} what={t('invitation.programmeId')} /> : t('shell.unknown') },
          { key: t('invitation.partnerKind'), value: <PartnerKinds kinds={partner.kinds} /> },
          { key: t('invitation.partnerSince'), value: <DateText at={partner.since} /> },
          partner.verifiedHow ? { key: t('invitation.verifiedHow'), value: <Verification method={partner.verifiedHow} /> } : null,
        ]}
      />
    </Stack>
  )
}

/** Decision 7: what is not verified, or could be mistaken, is said plainly and before anything else. */
function Warnings({ partner }: { partner: AskingPartner }) {
  const styles = useStyles()
  const { t, rich, has } = useText()
  const words = partner.warnings.map((warning) => `invitation.warning.${warning}`).filter(has)
  return (
    <>
      {words.length > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{t('invitation.warningTitle')}</MessageBarTitle>
            {words.map((key) => (
              <span key={key} className={styles.words}>
                {t(key as 'invitation.warning.confusable')}
              </span>
            ))}
            <span className={styles.words}>{t('invitation.warningHint')}</span>
          </MessageBarBody>
        </MessageBar>
      )}
      {!partner.isVerified && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{rich('invitation.notVerifiedTitle', { partner: <bdi>{partner.name}</bdi> })}</MessageBarTitle>
            <span className={styles.words}>{t('invitation.notVerifiedText')}</span>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

function Verification({ method }: { method: string }) {
  const { t, has } = useText()
  const key = `invitation.verification.${method}`
  return <>{has(key) ? t(key as 'invitation.verification.operatorCheck') : method}</>
}
