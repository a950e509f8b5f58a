import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSession } from '../api/session.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { usePortal } from './portal.ts'

const useStyles = makeStyles({ bar: { marginBottom: '16px' } })

/** On every page of the partner portal until somebody has signed: nothing that the partner came for is possible (S4.L1.6). */
export function PartnerAgreementNotice() {
  const styles = useStyles()
  const { t } = useText()
  const { plan } = usePortal()
  const session = useSession()
  if (plan.portal !== 'partner' || !session.signedIn || session.tenant.agreementSigned !== false) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('legal.noticeTitle')}</MessageBarTitle>
        {t('legal.notice')}
      </MessageBarBody>
      <MessageBarActions>
        <ButtonLink size="small" href={paths.partner.settings.legal}>
          {t('legal.openLegal')}
        </ButtonLink>
      </MessageBarActions>
    </MessageBar>
  )
}
