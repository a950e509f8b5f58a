import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { domainAvailabilityQuery } from '../parts/new-customer-api.ts'
import { requestForDomainHref } from '../parts/new-request-href.ts'
import { useSettled } from '../parts/use-settled.ts'
import type { AccountFieldsProps } from './account-fields.ts'

const useStyles = makeStyles({
  said: { display: 'flex', columnGap: '6px', margin: '4px 0 0', lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  led: { display: 'block' },
  free: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0, marginTop: '2px' },
  ending: { color: tokens.colorNeutralForeground3, '@media (max-width: 480px)': { display: 'none' } },
})

/** What stands before the domain of the cloud, with its availability while it is typed [S1.L1.7]. */
export function DomainField({ form, rules }: Omit<AccountFieldsProps, 'hints'>) {
  const styles = useStyles()
  const { t } = useText()
  const { ending, longest } = rules.domain
  const field = form.field('domainPrefix')
  return (
    <div>
      <TextField
        field={field}
        label={t('newCustomer.domainPrefix')}
        hint={t('newCustomer.domainHint', { ending })}
        autoComplete="off"
        maxLength={longest}
        contentAfter={<span className={styles.ending}>.{ending}</span>}
      />
      <Availability form={form} rules={rules} isRefused={field.error !== undefined} />
    </div>
  )
}

function Availability({ form, rules, isRefused }: Omit<AccountFieldsProps, 'hints'> & { isRefused: boolean }) {
  const styles = useStyles()
  const { t } = useText()
  const { shortest } = rules.domain
  const typed = form.values.domainPrefix.trim().toLowerCase()
  const prefix = useSettled(typed, 500)
  const query = useQuery({ ...domainAvailabilityQuery(prefix), enabled: prefix.length >= shortest })
  const isCurrent = prefix === typed && typed.length >= shortest
  const found = isCurrent ? query.data : undefined
  return (
    <div role="status">
      {isCurrent && query.isFetching && <p className={styles.said}>{t('newCustomer.domainAsking')}</p>}
      {found?.isAvailable && (
        <p className={styles.said}>
          <CheckmarkCircleRegular className={styles.free} aria-hidden="true" />
          {t('newCustomer.domainFree', { domain: found.domain })}
        </p>
      )}
      {found && !found.isAvailable && !isRefused && <p className={styles.said}>{found.reasonText}</p>}
      {found?.reasonCode === 'domainInUse' && (
        <p className={mergeClasses(styles.said, styles.led)}>
          {t('newCustomer.domainTaken')} <TextLink href={requestForDomainHref({ domain: found.domain, companyName: form.values.companyName.trim() })}>{t('newCustomer.sendRequest')}</TextLink>
        </p>
      )}
    </div>
  )
}
