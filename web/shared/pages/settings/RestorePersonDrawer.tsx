import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { LicensesNotGivenBack } from '../licenses/LicensesNotGivenBack.tsx'
import { CredentialsOnce } from './CredentialsOnce.tsx'
import type { FormerPerson, RestoredPerson } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'

/** Brings somebody back, under the user name from before or another where somebody else has that by now. */
export function RestorePersonDrawer({ person, onClose }: { person: FormerPerson; onClose: () => void }) {
  const { t } = useText()
  const side = usePeopleSide()
  const [issued, setIssued] = useState<RestoredPerson | null>(null)
  const labels = { userPrincipalName: t('users.userPrincipalName') }
  const form = useForm({ initial: { userPrincipalName: person.userPrincipalName }, labels, required: ['userPrincipalName'] })
  const restore = useAct({
    send: (_: void, idempotencyKey) => api.post<RestoredPerson>(`${side.base}/people/${person.id}/restoration`, { body: { userPrincipalName: form.values.userPrincipalName.trim() }, idempotencyKey }),
    changes: [side.key],
    onDone: setIssued,
  })
  if (issued) {
    const { person: back, credentials, licensesNotGivenBack } = issued
    return (
      <FormDrawer isKept title={t('users.restoredTitle', { name: back.displayName })} onClose={onClose}>
        <LicensesNotGivenBack skus={licensesNotGivenBack} />
        <CredentialsOnce credentials={{ ...credentials, userPrincipalName: back.userPrincipalName }} onDone={onClose} />
      </FormDrawer>
    )
  }
  return (
    <FormDrawer title={t('users.restoreTitle', { name: person.displayName })} intro={t('users.restoreText')} onClose={onClose}>
      <Form form={form} act={restore} onSubmit={() => restore.mutate()} submitLabel={t('users.restore')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={t('users.restoreNameHint')} type="email" autoComplete="off" maxLength={320} />
      </Form>
    </FormDrawer>
  )
}
