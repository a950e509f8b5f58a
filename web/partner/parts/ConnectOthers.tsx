import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'

const useStyles = makeStyles({ text: { margin: '0 0 20px', maxWidth: '80ch', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 } })

/** Who is not on the list, and how to connect them: by a request to one, or by importing a list (S1.10-12, S4.20-21). */
export function ConnectOthers() {
  const styles = useStyles()
  const { t } = useText()
  return (
    <p className={styles.text}>
      {t('knownCustomers.others')} <TextLink href={paths.partner.newRequest}>{t('knownCustomers.askOne')}</TextLink> {t('knownCustomers.or')}{' '}
      <TextLink href={paths.partner.newCampaign}>{t('knownCustomers.importList')}</TextLink>.
    </p>
  )
}
