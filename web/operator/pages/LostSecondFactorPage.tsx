import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { HelpedAdministrator } from '../../../src/http/portal/operator-people.ts'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** For the last administrator of an organization; everybody else is helped by a colleague. */
export function LostSecondFactorPage() {
  const { t } = useText()
  const notify = useNotify()
  const [colleaguesCannot, setColleaguesCannot] = useState(false)
  const labels = { userPrincipalName: t('recovery.userPrincipalName'), checkedHow: t('recovery.checkedHow') }
  const form = useForm({ initial: { userPrincipalName: '', checkedHow: '' }, labels, required: ['userPrincipalName', 'checkedHow'] })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { userPrincipalName, checkedHow } = form.values
      const body = { userPrincipalName: userPrincipalName.trim(), checkedHow: checkedHow.trim(), ...(colleaguesCannot && { colleaguesCannot }) }
      return api.post<HelpedAdministrator>('/operator/second-factor-removals', { body, idempotencyKey })
    },
    onDone: ({ displayName }) => {
      notify.done(t('recovery.done', { name: displayName }), t('recovery.doneText'))
      setColleaguesCannot(false)
      form.reset()
    },
  })
  const hasColleagues = colleaguesCannot || (isProblem(act.error, 'invalidTransition') && act.error.details.reason === 'colleagueCanHelp')
  return (
    <>
      <PageHeader title={t('recovery.title')} intro={t('recovery.intro')} />
      <Panel>
        <BulletList items={[t('recovery.check'), t('recovery.password'), t('recovery.told')]} />
      </Panel>
      <Panel>
        <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('recovery.submit')}>
          <TextField field={form.field('userPrincipalName')} label={labels.userPrincipalName} hint={t('recovery.userPrincipalNameHint')} maxLength={320} />
          <TextField field={form.field('checkedHow')} label={labels.checkedHow} hint={t('recovery.checkedHowHint')} maxLength={500} />
          {hasColleagues && <Checkbox checked={colleaguesCannot} onChange={(_, { checked }) => setColleaguesCannot(checked === true)} label={t('recovery.colleaguesCannot')} />}
        </Form>
      </Panel>
    </>
  )
}
