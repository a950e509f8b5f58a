import { makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { AskAgainLink } from './AskAgainLink.tsx'
import type { Customer } from './customer-api.ts'

const useStyles = makeStyles({ bar: { marginBottom: '20px', paddingBlock: '8px' } })

/** What is shown of a former customer is what this partner kept; the way back is a new request. */
export function EndedBanner({ customer, at }: { customer: Customer; at: string }) {
  const styles = useStyles()
  const { rich } = useText()
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>{rich('customerAccount.endedOn', { at: <DateText at={at} /> })}</MessageBarBody>
      <MessageBarActions>
        <AskAgainLink customerId={customer.customerId} companyName={customer.companyName} kind="establish" />
      </MessageBarActions>
    </MessageBar>
  )
}
