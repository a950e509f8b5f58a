import { DocumentTextRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { EvidencePanel } from '../../shared/pages/evidence/EvidencePanel.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { agreementsQuery, type SignedAgreementRow } from '../parts/agreement-api.ts'
import { AcceptOwnAgreement } from '../forms/AcceptOwnAgreement.tsx'
import { Attestations } from '../parts/Attestations.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'

/** What the organization has accepted; publishing a newer version changes nothing here. */
export function AgreementsPage() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(agreementsQuery({ cursor: state.cursor }))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('agreements.title')} intro={t('agreements.intro')} />
      <AcceptOwnAgreement />
      <Panel isFlush>
        <ForAdministrators error={page.error}>
          <DataTable
            label={t('agreements.title')}
            columns={columns}
            page={page}
            state={state}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            empty={
              <EmptyState icon={DocumentTextRegular} title={t('agreements.emptyTitle')}>
                {t('agreements.emptyText')}
              </EmptyState>
            }
          />
        </ForAdministrators>
      </Panel>
      <Attestations />
      <EvidencePanel />
    </>
  )
}

function useColumns(): readonly Column<SignedAgreementRow>[] {
  const { t } = useText()
  const formats = useFormats()
  return [
    {
      id: 'title',
      header: t('agreements.agreement'),
      isTitle: true,
      cell: ({ id, title, language }) => (
        <TextLink href={paths.customer.agreement(id)}>
          <span lang={language}>{title}</span>
        </TextLink>
      ),
    },
    { id: 'version', header: t('agreements.version'), cell: ({ versionNumber }) => formats.number(versionNumber) },
    { id: 'language', header: t('agreements.language'), cell: ({ language }) => formats.language(language) },
    { id: 'signedAt', header: t('agreements.signedAt'), cell: ({ signedAt }) => <DateText at={signedAt} as="dateTime" /> },
    { id: 'signer', header: t('agreements.signer'), cell: ({ signer }) => <bdi>{signer ?? t('agreements.erasedPerson')}</bdi> },
    { id: 'partner', header: t('agreements.partner'), cell: ({ partnerName }) => (partnerName ? <bdi>{partnerName}</bdi> : t('shell.none')) },
  ]
}
