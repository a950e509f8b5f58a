import { type ReactNode, useState } from 'react'
import { PersonAddRegular, PersonLockRegular } from '@fluentui/react-icons'
import { useCan } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { FormerPeople } from '../personal-data/FormerPeople.tsx'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useFileExport } from '../../export/use-file-export.ts'
import { CreatePersonButton } from './CreatePersonButton.tsx'
import { ExportPeopleButton } from './ExportPeopleButton.tsx'
import { InvitePersonDrawer } from './InvitePersonDrawer.tsx'
import { UploadUsersButton } from '../licenses/UploadUsersButton.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { usePeopleSide } from './people-side.tsx'

export type PeopleListProps = {
  /** "People and roles" at a partner and an operator, "Users" at a customer. */
  title: string
  intro: string
  /** said above the list */
  note?: ReactNode
}

/** Everybody of one's own organization: roles, state, second step, and the way to add, change and delete them. */
export function PeopleList({ title, intro, note }: PeopleListProps) {
  const { t } = useText()
  const can = useCan()
  const { kinds } = usePeopleSide()
  const file = useFileExport()
  const [isInviting, setInviting] = useState(false)
  const mayList = can('person.list')
  const blocked = can('person.invite') ? undefined : t('users.blocked.invite')
  return (
    <>
      <PageHeader
        title={title}
        intro={intro}
        acts={
          mayList && (
            <>
              <GuardedButton icon={<PersonAddRegular />} blockedBecause={blocked} onClick={() => setInviting(true)}>
                {t('users.invite')}
              </GuardedButton>
              {kinds.isCustomer && <UploadUsersButton />}
              <ExportPeopleButton file={file} />
              <CreatePersonButton />
            </>
          )
        }
      />
      <FileExportProgress state={file} onCancel={file.cancel} />
      {mayList && note}
      {mayList ? <PeopleTable label={title} /> : <NotForThisRole />}
      {mayList && <FormerPeople />}
      {isInviting && <InvitePersonDrawer onClose={() => setInviting(false)} />}
    </>
  )
}

function NotForThisRole() {
  const { t } = useText()
  return (
    <Panel>
      <EmptyState icon={PersonLockRegular} title={t('users.notForYourRole')}>
        {t('users.notForYourRoleText')}
      </EmptyState>
    </Panel>
  )
}
