import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { CredentialsOnce } from './CredentialsOnce.tsx'
import type { IssuedPerson } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { PersonFields, usePersonLabels, writtenFacts } from './PersonFields.tsx'
import { RoleChoices } from './RoleChoices.tsx'
import { rolesIn } from './roles.ts'

/** A new account with a temporary password that is shown once. */
export function CreatePersonDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const side = usePeopleSide()
  const [issued, setIssued] = useState<IssuedPerson | null>(null)
  const labels = { ...usePersonLabels(), userPrincipalName: t('users.userPrincipalName'), roles: t('users.roles') }
  const form = useForm({
    initial: { firstName: '', lastName: '', displayName: '', mail: '', usageLocation: '', userPrincipalName: '', roles: '' },
    labels,
    required: ['displayName', 'userPrincipalName'],
    check: ({ mail }): { mail?: string } => (mail === '' || mail.includes('@') ? {} : { mail: t('form.mailAddress') }),
  })
  const create = useAct({
    send: (_: void, idempotencyKey) => {
      const { roles, userPrincipalName, ...facts } = form.values
      const body = { ...writtenFacts(facts), userPrincipalName: userPrincipalName.trim(), roles: rolesIn(roles) }
      return api.post<IssuedPerson>(`${side.base}/people/creation`, { body, idempotencyKey })
    },
    changes: [side.key, ['activity']],
    onDone: setIssued,
  })
  const hint = side.domains.length > 0 ? t('users.userNameHint', { domains: formats.list(side.domains.map((domain) => `@${domain}`)) }) : undefined
  if (issued) {
    const { person, credentials } = issued
    return (
      <FormDrawer isKept title={t('users.createdTitle', { name: person.displayName })} onClose={onClose}>
        <CredentialsOnce credentials={{ ...credentials, userPrincipalName: person.userPrincipalName }} onDone={onClose} />
      </FormDrawer>
    )
  }
  return (
    <FormDrawer title={t('users.createTitle')} intro={t('users.createText')} onClose={onClose}>
      <Form form={form} act={create} onSubmit={() => create.mutate()} submitLabel={t('users.createSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={hint} type="email" autoComplete="off" maxLength={320} />
        <PersonFields form={form} />
        <RoleChoices field={form.field('roles')} />
      </Form>
    </FormDrawer>
  )
}
