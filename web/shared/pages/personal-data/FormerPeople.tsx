import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '../../api/session.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { Button } from '@fluentui/react-components'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Acts, QuietText } from '../../ui/Stack.tsx'
import { ErasePersonDialog } from './ErasePersonDialog.tsx'
import { type FormerPerson, formerPeopleQuery } from './erasure-api.ts'
import { useTakePersonalData } from './use-take-personal-data.ts'

/** Those who were removed: their name stays in the history until somebody erases it. */
export function FormerPeople() {
  const can = useCan()
  return can('person.erase') ? <Everybody /> : null
}

function Everybody() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(formerPeopleQuery({}))
  const { state: file, take } = useTakePersonalData()
  const [erased, setErased] = useState<FormerPerson | null>(null)
  const columns: readonly Column<FormerPerson>[] = [{ id: 'name', header: t('users.name'), isTitle: true, cell: ({ displayName }) => <bdi>{displayName}</bdi> }]
  if (page.data?.items.length === 0) return null
  return (
    <Panel title={t('personalData.former')}>
      <QuietText>{t('personalData.formerIntro')}</QuietText>
      <FileExportProgress state={file} onCancel={file.cancel} />
      <DataTable
        label={t('personalData.former')}
        columns={columns}
        page={page}
        state={state}
        rowKey={({ id }) => id}
        rowName={({ displayName }) => displayName}
        acts={(person) => (
          <Acts>
            <Button size="small" aria-label={t('personalData.takeOf', { name: person.displayName })} onClick={() => take(`/people/${person.id}/personal-data`, {})}>
              {t('personalData.take')}
            </Button>
            <Button size="small" aria-label={t('personalData.eraseOf', { name: person.displayName })} onClick={() => setErased(person)}>
              {t('personalData.erase')}
            </Button>
          </Acts>
        )}
        empty={<EmptyState title={t('users.empty')} />}
      />
      {erased && <ErasePersonDialog person={erased} onClose={() => setErased(null)} />}
    </Panel>
  )
}
