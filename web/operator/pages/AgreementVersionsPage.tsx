import { DocumentTextRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { agreementVersionsQuery, type AgreementVersionRow } from '../parts/operator-api.ts'
import { AgreementDraftsPanel } from '../parts/AgreementDraftsPanel.tsx'
import { PartnerAgreementsPanel } from '../parts/PartnerAgreementsPanel.tsx'
import { useCloudName } from '../parts/use-cloud-name.ts'

const defaults = { sort: '' } as const

/** What customers were and are asked to sign, newest first. A published version never changes. */
export function AgreementVersionsPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(agreementVersionsQuery)
  const columns = useColumns()
  const publish = (
    <ButtonLink appearance="primary" href={paths.operator.publishAgreement}>
      {t('operator.publish')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('operator.agreements')} intro={t('console.agreementsIntro')} acts={publish} />
      <Panel title={t('console.customerAgreements')}>
        <DataTable
          label={t('operator.agreements')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ number }) => t('operator.versionNumber', { number })}
          details={(version) => <VersionTexts version={version} />}
          empty={
            <EmptyState icon={DocumentTextRegular} title={t('operator.noAgreements')} acts={publish}>
              {t('operator.noAgreementsText')}
            </EmptyState>
          }
        />
      </Panel>
      <AgreementDraftsPanel />
      <PartnerAgreementsPanel />
    </>
  )
}

function useColumns(): readonly Column<AgreementVersionRow>[] {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  return [
    { id: 'number', header: t('operator.versionHeader'), isTitle: true, width: '110px', cell: ({ number }) => t('operator.versionNumber', { number }) },
    { id: 'cloud', header: t('operator.cloud'), cell: ({ cloud }) => cloudName(cloud) },
    { id: 'country', header: t('operator.country'), cell: ({ country }) => (country ? formats.country(country) : t('operator.everyCountry')) },
    { id: 'languages', header: t('operator.languages'), cell: ({ texts }) => capitalized(formats.list(texts.map(({ language }) => formats.language(language)))) },
    { id: 'again', header: t('operator.signAgain'), cell: ({ mustSignAgain }) => t(mustSignAgain ? 'shell.yes' : 'shell.no') },
    { id: 'publishedAt', header: t('operator.publishedAt'), cell: ({ publishedAt }) => <DateText at={publishedAt} as="dateTime" /> },
  ]
}

/** The hash is what every signature keeps: with it a text can be recognized as the one that was signed. */
function VersionTexts({ version }: { version: AgreementVersionRow }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <KeyValueList
      items={[
        { key: t('operator.versionId'), value: <CopyableId id={version.id} what={t('operator.theVersionId')} /> },
        ...version.texts.map(({ language, title, sha256 }) => ({
          key: capitalized(formats.language(language)),
          value: (
            <>
              {title}
              <br />
              <CopyableId id={sha256} what={t('operator.theHash')} />
            </>
          ),
        })),
      ]}
    />
  )
}
