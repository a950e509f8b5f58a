import { Button } from '@fluentui/react-components'
import { BoxMultipleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { catalogueQuery, type CatalogueRow } from '../parts/catalogue-api.ts'
import { useCloudName } from '../parts/use-cloud-name.ts'

const defaults = { sort: '' } as const

/** Every product that partners can buy; what it costs where stands on its own page. */
export function CataloguePage() {
  const texts = useText()
  const { t } = texts
  const state = useTableState(defaults)
  const page = useQuery(catalogueQuery({ search: state.search, cursor: state.cursor }))
  const take = useAct<void, { text: string }>({
    send: () => api.get('/operator/catalogue-file'),
    onDone: ({ text }) => saveFile(new Blob([text], { type: 'text/csv' }), `${t('catalogue.exportName')}.csv`),
  })
  const acts = (
    <>
      <Button disabledFocusable={take.isPending} onClick={() => take.mutate()}>
        {t('catalogue.export')}
      </Button>
      <ButtonLink appearance="primary" href={paths.operator.catalogueImport}>
        {t('catalogue.import')}
      </ButtonLink>
    </>
  )
  return (
    <>
      <PageHeader title={t('catalogue.title')} intro={t('catalogue.intro')} acts={acts} />
      <ProblemBanner problem={take.error && !take.isPending ? describeProblem(take.error, texts) : null} />
      <Panel isFlush>
        <FilterBar state={state} searchLabel={t('catalogue.searchLabel')} />
        <DataTable
          label={t('catalogue.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ cloud, productId }) => `${cloud} ${productId}`}
          rowName={({ title }) => title}
          empty={
            <EmptyState icon={BoxMultipleRegular} title={t('catalogue.emptyTitle')}>
              {t('catalogue.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<CatalogueRow>[] {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  return [
    { id: 'title', header: t('catalogue.product'), isTitle: true, width: '30%', cell: ({ cloud, productId, title }) => <TextLink href={paths.operator.product(cloud, productId)}>{title}</TextLink> },
    { id: 'productId', header: t('catalogue.productId'), cell: ({ productId }) => productId },
    { id: 'cloud', header: t('catalogue.cloud'), cell: ({ cloud }) => cloudName(cloud) },
    { id: 'type', header: t('catalogue.type'), width: '130px', cell: ({ productType }) => t(`catalogue.type.${productType}`) },
    { id: 'publisher', header: t('catalogue.publisher'), cell: ({ publisher }) => publisher },
    { id: 'skus', header: t('catalogue.skus'), width: '80px', cell: ({ skuCount }) => formats.number(skuCount) },
  ]
}
