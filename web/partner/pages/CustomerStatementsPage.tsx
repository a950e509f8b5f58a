import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ReceiptRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import { type StatementList, statementsQuery } from '../parts/statement-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px', lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginInlineStart: '8px' },
  amount: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

/** What this partner was charged for the customer, month by month [S4.10]. */
export function CustomerStatementsPage() {
  return <CustomerFrame view="statements">{({ customerId }) => <Statements customerId={customerId} />}</CustomerFrame>
}

function Statements({ customerId }: { customerId: string }) {
  const texts = useText()
  const { t } = texts
  const query = useQuery(statementsQuery(customerId))
  return (
    <Panel title={t('statements.title')}>
      <Stack>
        <QuietText>{t('statements.intro')}</QuietText>
        {query.data?.notice && (
          <MessageBar layout="multiline">
            <MessageBarBody>{query.data.notice.reasonText}</MessageBarBody>
          </MessageBar>
        )}
        {query.data ? <Months customerId={customerId} months={query.data.months} /> : query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={4} />}
      </Stack>
    </Panel>
  )
}

function Months({ customerId, months }: { customerId: string; months: StatementList['months'] }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  if (months.length === 0) {
    return (
      <EmptyState icon={ReceiptRegular} title={t('statements.none')}>
        {t('statements.noneText')}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.list}>
      {months.map(({ month, currency, amount, isOpen }) => (
        <li key={`${month} ${currency}`} className={styles.line}>
          <span>
            <TextLink href={paths.partner.customerStatement(customerId, month)}>{formats.month(month)}</TextLink>
            {isOpen && <span className={styles.quiet}>{t('statements.open')}</span>}
          </span>
          <span className={styles.amount}>{formats.money(amount, currency)}</span>
        </li>
      ))}
    </ul>
  )
}
