import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { OwnPurchase } from '../../shared/pages/own-purchases/purchase-api.ts'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AskPartnerDialog } from '../forms/AskPartnerDialog.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '14px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '6px 16px', paddingTop: '14px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  what: { minWidth: 0, flex: '1 1 200px' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
})

/** What its buyer cannot do with it, why, and the way to have it done [S4.L8.4]; before it is sold, what happens next. */
export function AfterwardsPanel({ purchase }: { purchase: OwnPurchase }) {
  const { t } = useText()
  const styles = useStyles()
  const [asking, setAsking] = useState<OwnPurchase['afterwards'][number] | null>(null)
  const { status, subscriptionStatus, partnerName, afterwards } = purchase
  const partner = partnerName ?? '–'
  if (afterwards.length === 0) {
    return (
      <Panel title={t('ownPurchases.next')}>
        <QuietText>{status === 'ordered' ? t(`ownPurchases.nextBought.${subscriptionStatus ?? 'pending'}`, { partner }) : t(`ownPurchases.nextText.${status}`, { partner })}</QuietText>
      </Panel>
    )
  }
  return (
    <Panel title={t('ownPurchases.afterwards')}>
      <Stack>
        <QuietText>{t('ownPurchases.afterwardsText', { partner })}</QuietText>
        <ul className={styles.list}>
          {afterwards.map((one) => (
            <li key={one} className={styles.line}>
              <span className={styles.what}>
                <span className={styles.name}>{t(`ownPurchases.cannot.${one}`)}</span>
                <QuietText>{t(`ownPurchases.cannotText.${one}`)}</QuietText>
              </span>
              <Button size="small" onClick={() => setAsking(one)} aria-label={t('ownPurchases.askFor', { what: t(`ownPurchases.cannot.${one}`) })}>
                {t('ownPurchases.askPartner')}
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
      {asking && <AskPartnerDialog purchase={purchase} what={asking} onClose={() => setAsking(null)} />}
    </Panel>
  )
}
