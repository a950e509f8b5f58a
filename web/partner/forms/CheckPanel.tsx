import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { RuleLink } from '../../shared/ui/RuleLink.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AskAgainLink } from '../parts/AskAgainLink.tsx'
import type { Finding, RequestCheck } from '../parts/request-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', columnGap: '8px', alignItems: 'flex-start', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  icon: { flexShrink: 0, fontSize: '20px' },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  code: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type CheckPanelProps = {
  check: UseQueryResult<RequestCheck>
  /** Whether the customer is named as far as it is meant to be. */
  isComplete: boolean
  /** Why this person cannot ask anybody; nothing is checked then. */
  blockedBecause: string | undefined
}

/** What the product knows before anything is drafted: what stands in the way, what to mind, and where the customer will answer. */
export function CheckPanel({ check, isComplete, blockedBecause }: CheckPanelProps) {
  const texts = useText()
  const { t } = texts
  const isAsking = blockedBecause === undefined
  return (
    <Panel title={t('newRequest.check')} acts={check.isFetching ? <Spinner size="tiny" aria-hidden="true" /> : undefined}>
      <div role="status" aria-busy={check.isFetching}>
        {blockedBecause !== undefined && <Blocked because={blockedBecause} />}
        {isAsking && !isComplete && <QuietText>{t('newRequest.checkIncomplete')}</QuietText>}
        {isAsking && isComplete && check.data && <Verdict check={check.data} />}
        {isAsking && isComplete && !check.data && (check.error ? <ErrorState problem={describeProblem(check.error, texts)} onRetry={() => void check.refetch()} /> : <LoadingState />)}
      </div>
    </Panel>
  )
}

function Blocked({ because }: { because: string }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <div className={styles.line}>
      <ErrorCircleRegular className={mergeClasses(styles.icon, styles.bad)} aria-hidden="true" />
      <span>
        {because} <TextLink inText href={paths.partner.settings.cloud}>{t('clouds.ownTitle')}</TextLink>
      </span>
    </div>
  )
}

function Verdict({ check }: { check: RequestCheck }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const { problems, warnings, customer } = check
  return (
    <Stack>
      <ul className={styles.list}>
        {problems.map((finding) => (
          <FindingLine key={finding.reasonCode} finding={finding} kind="bad" />
        ))}
        {warnings.map((finding) => (
          <FindingLine key={finding.reasonCode} finding={finding} kind="warning" />
        ))}
        {check.possible && (
          <li className={styles.line}>
            <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.good)} aria-hidden="true" />
            {t('newRequest.nothingInTheWay')}
          </li>
        )}
      </ul>
      {customer?.isRelated && customer.customerId && problems.length > 0 && (
        <div>
          <AskAgainLink customerId={customer.customerId} companyName={customer.companyName} kind="restorePrivileges" />
        </div>
      )}
      <KeyValueList
        items={[
          customer?.companyName !== undefined && { key: t('requests.customer'), value: customer.companyName },
          customer?.country !== undefined && { key: t('customers.country'), value: formats.country(customer.country) },
          { key: t('requests.acceptsIn'), value: localName(cloud.customerPortalName) },
          { key: t('newRequest.linkKind'), value: t(`newRequest.linkKind.${check.linkKind}`) },
        ]}
      />
      {check.linkKind === 'trackedRequest' && cloud.requestKinds.includes('partnerLink') && (
        <TextLink href={paths.partner.partnerLink}>{t('newRequest.orPartnerLink')}</TextLink>
      )}
    </Stack>
  )
}

function FindingLine({ finding, kind }: { finding: Finding; kind: 'bad' | 'warning' }) {
  const styles = useStyles()
  const { t } = useText()
  const Icon = kind === 'bad' ? ErrorCircleRegular : WarningRegular
  return (
    <li className={styles.line}>
      <Icon className={mergeClasses(styles.icon, styles[kind])} aria-hidden="true" />
      <span>
        {finding.reasonText}
        <span className={styles.code}>
          {t('shell.reasonCode')}: <code>{finding.reasonCode}</code>
        </span>
        <RuleLink rule={finding.rule} />
      </span>
    </li>
  )
}
