import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AdminPortals } from './AdminPortals.tsx'
import { customerRecordQuery, type CustomerRecord } from './customer-api.ts'
import { Reason } from './Reason.tsx'
import { ServiceLines } from './ServiceLines.tsx'

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))', gap: '20px 32px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  tall: { gridRow: 'span 2' },
  way: { margin: '10px 0 0' },
})

/** What the down arrow shows [S0.24, S1.23]: account, services, users, licenses and admin portals, as far as each is known. */
export function CustomerRecordView({ customerId, companyName }: { customerId: string; companyName: string }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const record = useQuery(customerRecordQuery(customerId))
  if (record.error && !record.data) return <ErrorState problem={describeProblem(record.error, texts)} onRetry={() => void record.refetch()} />
  if (!record.data) return <LoadingState lines={5} />
  const { services, users, licenses } = record.data
  const { partner } = paths
  return (
    <div className={styles.grid}>
      <Part isTall title={t('customers.account')} way={<Way href={partner.customerAccount(customerId)} act={t('customers.openAccount')} name={companyName} />}>
        <AccountLines customerId={customerId} account={record.data.account} />
      </Part>
      <Part title={t('customers.services')} way={<Way href={partner.customerServices(customerId)} act={t('customers.openServices')} name={companyName} />}>
        <ServiceLines services={services} />
      </Part>
      <Part title={t('customers.users')} way={<Way href={partner.customerUsers(customerId)} act={t('customers.openUsers')} name={companyName} />}>
        {users.known !== null && <div>{t('customers.knownUsers', { count: users.known })}</div>}
        <Reason text={users.reasonText} />
      </Part>
      <Part title={t('customers.licenses')} way={<Way href={partner.customerLicenses(customerId)} act={t('licenses.open')} name={companyName} />}>
        {licenses.known !== null && <div>{t('licenses.assigned', { count: licenses.known })}</div>}
        <Reason text={licenses.reasonText} />
      </Part>
      <Part title={t('customers.adminPortals')}>
        <AdminPortals portals={record.data.adminPortals} />
      </Part>
    </div>
  )
}

function Way({ href, act, name }: { href: string; act: string; name: string }) {
  const { t } = useText()
  return (
    <TextLink href={href} aria-label={t('customers.actOn', { act, name })}>
      {act}
    </TextLink>
  )
}

function Part({ title, way, isTall = false, children }: { title: string; way?: ReactNode; isTall?: boolean; children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={isTall ? styles.tall : undefined}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {way && <p className={styles.way}>{way}</p>}
    </section>
  )
}

function AccountLines({ customerId, account }: { customerId: string; account: CustomerRecord['account'] }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <KeyValueList
      items={[
        { key: t('customers.tenantId'), value: <CopyableId id={customerId} what={t('customers.tenantId')} /> },
        account.primaryDomain && { key: t('customers.primaryDomain'), value: account.primaryDomain },
        account.country && { key: t('customers.country'), value: formats.country(account.country) },
        account.relatedSince && { key: t('customers.relatedSince'), value: <DateText at={account.relatedSince} /> },
      ].map((item) => item || null)}
    />
  )
}
