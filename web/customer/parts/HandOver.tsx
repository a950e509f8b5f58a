import { makeStyles, tokens } from '@fluentui/react-components'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'

const useStyles = makeStyles({
  note: { margin: '12px 0 0', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300, maxWidth: '72ch' },
  steps: { margin: 0, paddingInlineStart: '22px', display: 'flex', flexDirection: 'column', rowGap: '6px', lineHeight: tokens.lineHeightBase300, maxWidth: '72ch' },
})

/** Handing over is accepting the other partner's request and then removing the first; where a service has one holder only, the other way round [S2.23]. */
export function HandOver() {
  const styles = useStyles()
  const { t } = useText()
  const { cloud } = useSignedIn()
  const steps =
    cloud.oneDapPartnerPerService === true
      ? [t('partners.handOver.ask'), t('partners.handOver.removeFirst'), t('partners.handOver.acceptThen')]
      : [t('partners.handOver.ask'), t('partners.handOver.accept'), t('partners.handOver.remove')]
  return (
    <Panel title={t('partners.handOver')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {cloud.oneDapPartnerPerService === 'unknown' && <p className={styles.note}>{t('responsibility.oneHolderUnknown')}</p>}
    </Panel>
  )
}
