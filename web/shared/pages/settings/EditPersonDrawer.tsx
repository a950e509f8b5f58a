import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sessionQuery } from '../../api/session.ts'
import { ChangedMeanwhile } from '../../form/ChangedMeanwhile.tsx'
import { Form } from '../../form/Form.tsx'
import { useVersionedForm } from '../../form/use-versioned-form.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { personQuery, type PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { factsOf, PersonFields, usePersonLabels, writtenFacts } from './PersonFields.tsx'
import { RoleChoices } from './RoleChoices.tsx'
import { rolesIn, rolesText, useRoleTexts } from './roles.ts'
import { meKey } from './settings-api.ts'

export type EditPersonDrawerProps = { personId: string; displayName: string; onClose: () => void }

/** Name and roles of a colleague. Read anew when it opens: the list may be older than a colleague's change. */
export function EditPersonDrawer({ personId, displayName, onClose }: EditPersonDrawerProps) {
  const { t } = useText()
  const person = useQuery({ ...personQuery(usePeopleSide(), personId), staleTime: 0, gcTime: 0 })
  return (
    <FormDrawer title={t('users.editTitle', { name: displayName })} intro={t('users.editText')} onClose={onClose}>
      <Loaded isPart query={person}>
        {({ value, etag }) => <EditPersonForm person={value} etag={etag} onClose={onClose} />}
      </Loaded>
    </FormDrawer>
  )
}

function EditPersonForm({ person, etag, onClose }: { person: PersonRow; etag: string; onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const { roleNames } = useRoleTexts()
  const side = usePeopleSide()
  const labels = { ...usePersonLabels(), roles: t('users.roles') }
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm({
    current: { ...factsOf(person), roles: rolesText(person.roles) },
    etag,
    labels,
    required: ['displayName'],
    send: ({ roles, ...names }, ifMatch) => api.patch(`${side.base}/people/${person.id}`, { body: { ...writtenFacts(names), ...(roles !== undefined && { roles: rolesIn(roles) }) }, ifMatch }),
    // Somebody may have changed what they themselves are.
    changes: [side.key, meKey, sessionQuery.queryKey],
    onSaved: () => {
      notify.done(t('users.saved', { name: (form.values.displayName ?? '').trim() }))
      onClose()
    },
    shown: (name, value) => (name === 'roles' ? formats.list(roleNames(rolesIn(value))) : name === 'usageLocation' && value ? formats.country(value) : value),
  })
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
      <ChangedMeanwhile conflict={conflict} />
      <PersonFields form={form} />
      {person.can.includes('changeRoles') ? <RoleChoices field={form.field('roles')} person={person} /> : <QuietText>{t('users.guard.ownRoles')}</QuietText>}
    </Form>
  )
}
