import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { PickedBar, usePicked } from '../licenses/PickedPeople.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { EditPersonDrawer } from './EditPersonDrawer.tsx'
import { peopleQuery, type PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { peopleDefaults, PeopleFilters, queryOf } from './PeopleFilters.tsx'
import { PersonDetails } from './PersonDetails.tsx'
import { PersonStatusBadge } from './PersonStatusBadge.tsx'
import { useRoleTexts } from './roles.ts'
import { usePersonBlocked } from './use-person-blocked.ts'

const useStyles = makeStyles({
  name: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', overflowWrap: 'anywhere' },
  under: { display: 'block', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bar: { marginBottom: '16px' },
})

/** The people of one side: search, filters, and the details of each. */
export function PeopleTable({ label }: { label: string }) {
  const { t } = useText()
  const styles = useStyles()
  const { installation } = useSignedIn()
  const side = usePeopleSide()
  const state = useTableState(peopleDefaults)
  const page = useQuery(peopleQuery(side, queryOf(state)))
  const { picked, clear, columns: picking } = usePicked()
  const columns = [...picking, ...useColumns()]
  const [edited, setEdited] = useState<PersonRow | null>(null)
  return (
    <>
      {side.isOwn && (installation.isDemo || !installation.mailLeaves) && (
        <MessageBar intent="info" layout="multiline" className={styles.bar}>
          <MessageBarBody>{t(installation.isDemo ? 'users.mailStaysDemo' : 'users.mailStays')}</MessageBarBody>
        </MessageBar>
      )}
      <Panel isFlush>
        <PeopleFilters state={state} columns={columns} />
        <PickedBar picked={picked} onClear={clear} shown={queryOf(state)} />
        <DataTable
          label={label}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ displayName }) => displayName}
          details={(row) => <PersonDetails person={row} onEdit={() => setEdited(row)} />}
          acts={(row) => <EditButton person={row} onEdit={() => setEdited(row)} />}
          empty={<EmptyState icon={PeopleRegular} title={t('users.empty')} />}
        />
      </Panel>
      {edited && <EditPersonDrawer personId={edited.id} displayName={edited.displayName} onClose={() => setEdited(null)} />}
    </>
  )
}

function useColumns(): readonly Column<PersonRow>[] {
  const { t } = useText()
  const styles = useStyles()
  return [
    {
      id: 'name',
      header: t('users.name'),
      sort: 'name',
      isTitle: true,
      width: '30%',
      cell: (person) => (
        <>
          <span className={styles.name}>
            {person.displayName}
            <You person={person} />
          </span>
          <span className={styles.under}>{person.userPrincipalName}</span>
        </>
      ),
    },
    { id: 'roles', header: t('users.roles'), cell: ({ roles }) => <RoleNames roles={roles} /> },
    { id: 'status', header: t('users.status'), cell: ({ status }) => <PersonStatusBadge status={status} /> },
    { id: 'secondStep', header: t('users.secondStep'), cell: ({ hasTotp, hasPasskey }) => t(hasTotp || hasPasskey ? 'users.secondStepOn' : 'users.secondStepOff') },
    { id: 'lastSignIn', header: t('users.lastSignIn'), cell: ({ lastSignInAt }) => (lastSignInAt ? <DateText at={lastSignInAt} as="relative" /> : t('shell.never')) },
  ]
}

function You({ person }: { person: PersonRow }) {
  const { t } = useText()
  const session = useSignedIn()
  return person.id === session.person.id ? <StatusBadge tone="accent">{t('users.you')}</StatusBadge> : null
}

const useRoleStyles = makeStyles({ list: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' } })

function RoleNames({ roles }: { roles: readonly string[] }) {
  const styles = useRoleStyles()
  const { t } = useText()
  const { roleName } = useRoleTexts()
  if (roles.length === 0) return t('users.noRoles')
  return (
    <ul className={styles.list}>
      {roles.map((role) => (
        <li key={role}>
          <StatusBadge>{roleName(role)}</StatusBadge>
        </li>
      ))}
    </ul>
  )
}

function EditButton({ person, onEdit }: { person: PersonRow; onEdit: () => void }) {
  const { t } = useText()
  const blocked = usePersonBlocked(person)
  return (
    <GuardedButton size="small" blockedBecause={blocked('update')} aria-label={t('users.editWhom', { name: person.displayName })} onClick={onEdit}>
      {t('users.edit')}
    </GuardedButton>
  )
}
