import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useCan } from '../api/session.ts'
import { useLanguage, useText } from '../language/LanguageProvider.tsx'
import { ownAgreementQuery } from '../pages/agreements/own-agreement-api.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { usePortal } from './portal.ts'

const useStyles = makeStyles({ bar: { marginBottom: '16px' } })

/** On every page of the customer's portal once a version was published that everybody signs again. */
export function CustomerAgreementNotice() {
  const styles = useStyles()
  const { t } = useText()
  const { language } = useLanguage()
  const { plan } = usePortal()
  const can = useCan()
  const isAsked = plan.portal === 'customer' && can('agreement.read')
  const agreement = useQuery({ ...ownAgreementQuery(language), enabled: isAsked })
  if (!isAsked || !agreement.data?.mustSignAgain) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('legal.signAgainTitle')}</MessageBarTitle>
        {t('legal.signAgain')}
      </MessageBarBody>
      <MessageBarActions>
        <ButtonLink size="small" href={paths.customer.agreements}>
          {t('legal.openAgreements')}
        </ButtonLink>
      </MessageBarActions>
    </MessageBar>
  )
}
