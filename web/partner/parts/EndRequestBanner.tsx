import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { RefuseEndDialog } from '../forms/RefuseEndDialog.tsx'
import type { Customer, EndRequest } from './customer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'

const useStyles = makeStyles({
  bar: { marginBottom: '20px', paddingBlock: '10px' },
  words: { display: 'block', marginTop: '2px' },
  quote: { display: 'block', margin: '8px 0 0', paddingInlineStart: '12px', borderInlineStartWidth: '3px', borderInlineStartStyle: 'solid', borderInlineStartColor: 'currentcolor', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
})

/** The customer asks for the end of the relationship; its rights ended at once, the answer is due (decision 15). */
export function EndRequestBanner({ customer, endRequest }: { customer: Customer; endRequest: EndRequest }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const [isRefusing, setRefusing] = useState(false)
  const blocked = customer.can.includes('answerEnd') ? undefined : t('customerAccount.blocked.answerEnd')
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('customerAccount.endAsked', { name: customer.companyName })}</MessageBarTitle>
        <span className={styles.words}>{rich('customerAccount.endAskedText', { asked: <DateText at={endRequest.askedAt} />, due: <DateText at={endRequest.answerDueAt} as="deadline" /> })}</span>
        {endRequest.reason && <q className={styles.quote}>{endRequest.reason}</q>}
      </MessageBarBody>
      <MessageBarActions>
        {blocked === undefined ? (
          <ButtonLink href={paths.partner.customerRemoval(customer.customerId)}>{t('customerAccount.agreeToEnd')}</ButtonLink>
        ) : (
          <GuardedButton blockedBecause={blocked}>{t('customerAccount.agreeToEnd')}</GuardedButton>
        )}
        <GuardedButton blockedBecause={blocked} onClick={() => setRefusing(true)}>
          {t('customerAccount.refuseEnd')}
        </GuardedButton>
      </MessageBarActions>
      {isRefusing && <RefuseEndDialog customer={customer} onClose={() => setRefusing(false)} />}
    </MessageBar>
  )
}
