import { makeStyles } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { companySizes, industries, serviceTypes } from '../../shared/language/profile-tags.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { FilterBar, type Filter } from '../../shared/table/FilterBar.tsx'
import { Pager } from '../../shared/table/Pager.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { PartnerCards } from '../parts/PartnerCards.tsx'
import { finderQuery } from '../parts/finder-api.ts'
import { useChosenPartners } from '../parts/use-chosen-partners.ts'

const useStyles = makeStyles({ inner: { padding: '8px 20px 24px' } })

/** Partners that published a page, for customers who look for one [S1.27]. */
export function PartnerFinderPage() {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const state = useTableState({ sort: '', filters: ['market', 'service', 'industry', 'companySize', 'to'] })
  const { sort: _unsorted, to: _chosen, ...query } = state.query as Record<string, string>
  const page = useQuery(finderQuery(query))
  const { chosen, toggle } = useChosenPartners()
  const write = chosen.length > 0 && <ButtonLink appearance="primary" href={`${paths.customer.writeToPartners}?${new URLSearchParams({ to: chosen.join() })}`}>{`${t('finder.write')} (${chosen.length})`}</ButtonLink>
  return (
    <>
      <PageHeader title={t('finder.title')} intro={t('finder.intro')} acts={write} />
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('finder.searchLabel')} filters={useFilters()} />
        {page.data ? (
          page.data.items.length > 0 ? (
            <>
              <PartnerCards partners={page.data.items} chosen={chosen} onToggle={toggle} />
              <Pager label={t('finder.title')} page={page.data} state={state} />
            </>
          ) : (
            <EmptyState icon={SearchRegular} title={t('finder.empty')}>
              {t('finder.emptyText')}
            </EmptyState>
          )
        ) : (
          <div className={styles.inner}>{page.error ? <ErrorState problem={describeProblem(page.error, texts)} onRetry={() => void page.refetch()} /> : <LoadingState lines={6} />}</div>
        )}
      </Panel>
    </>
  )
}

function useFilters(): readonly Filter[] {
  const { t } = useText()
  const formats = useFormats()
  const { cloud, tenant } = useSignedIn()
  const countries = [...new Set(cloud.markets.flatMap(({ countries: codes }) => codes))].map((value) => ({ value, label: formats.country(value) }))
  countries.sort((one, other) => one.label.localeCompare(other.label))
  return [
    { name: 'service', label: t('finder.service'), choices: serviceTypes.map((value) => ({ value, label: t(`referrals.service.${value}`) })) },
    { name: 'industry', label: t('finder.industry'), choices: industries.map((value) => ({ value, label: t(`referrals.industry.${value}`) })) },
    { name: 'companySize', label: t('finder.companySize'), choices: companySizes.map((value) => ({ value, label: value })) },
    { name: 'market', label: t('finder.market'), usual: formats.country(tenant.country), choices: countries.filter(({ value }) => value !== tenant.country) },
  ]
}
