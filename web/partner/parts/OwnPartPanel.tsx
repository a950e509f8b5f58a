import { makeStyles, tokens } from '@fluentui/react-components'
import { SubtractCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { Customer } from './customer-api.ts'

const useStyles = makeStyles({
  name: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  services: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))', gap: '16px 32px' },
  limits: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  value: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
})

/** What this partner answers for at the customer, and what it may not do with what others sold [S2.7-11]. */
export function OwnPartPanel({ customer }: { customer: Customer }) {
  const styles = useStyles()
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  if (customer.removed) return null
  return (
    <Panel title={t('responsibility.ownTitle')}>
      <Stack>
        <QuietText>{t('responsibility.ownIntro')}</QuietText>
        <div className={styles.services}>
          {customer.responsibilities.map(({ service, serviceName, duties }) => (
            <div key={service}>
              <h3 className={styles.name}>{serviceName}</h3>
              <KeyValueList items={duties.map((one) => ({ key: t(`responsibility.duty.${one.duty}`), value: <Own {...one} /> }))} />
            </div>
          ))}
        </div>
        <QuietText>{t('responsibility.ownUnsold')}</QuietText>
        {customer.channels.includes('indirectProvider') && <QuietText>{t('responsibility.ownProvider')}</QuietText>}
        {cloud.supportDuty === 'aroundTheClock' && <QuietText>{t('responsibility.supportAlways', { contract: localName(cloud.partnerContractName) })}</QuietText>}
        <div className={styles.limits}>
          <h3 className={styles.name}>{t('responsibility.limitsTitle')}</h3>
          <QuietText>{t('responsibility.limitsIntro')}</QuietText>
          <BulletList items={limits.map((limit) => t(`responsibility.limit.${limit}`))} />
          <QuietText>{t('responsibility.limitsFree')}</QuietText>
        </div>
      </Stack>
    </Panel>
  )
}

const limits = ['bills', 'seats', 'addOns', 'transition', 'partnerOfRecord'] as const

function Own({ isOwn, subscriptions, marks }: Customer['responsibilities'][number]['duties'][number]) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <span className={styles.value}>
      {t(isOwn ? 'responsibility.ownYes' : 'responsibility.ownNo')}
      {subscriptions !== null && <QuietText>{t('responsibility.sold', { count: subscriptions })}</QuietText>}
      {marks.map((mark) => (
        <StatusBadge key={mark} tone={mark === 'notSold' ? 'ended' : 'waiting'} icon={mark === 'notSold' ? SubtractCircleRegular : WarningRegular}>
          {t(`responsibility.mark.${mark}`)}
        </StatusBadge>
      ))}
    </span>
  )
}
