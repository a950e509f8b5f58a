import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { operatorKey } from '../parts/operator-api.ts'
import { FounderInvited, type Founded } from './FounderInvited.tsx'
import { PartnerKindChoices } from './PartnerKindChoices.tsx'
import { partnerBody } from './tenant-values.ts'
import { TenantFields } from './TenantFields.tsx'
import { useTenantForm } from './use-tenant-form.ts'

/** A partner joins the programme: its organization, what it is, its first Global admin. */
export function EnrolPartnerDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { form, labels } = useTenantForm({ isPartner: true })
  const [founded, setFounded] = useState<Founded | null>(null)
  const enrol = useAct({
    send: (_: void, idempotencyKey) => api.post<Founded>('/operator/partners', { body: partnerBody(form.values), idempotencyKey }),
    changes: [operatorKey],
    onDone: setFounded,
  })
  if (founded) return <FounderInvited founded={founded} admin={form.values.displayName} title={t('operator.enrolledTitle', { name: form.values.name })} onClose={onClose} />
  return (
    <FormDrawer title={t('operator.enrol')} intro={t('operator.enrolText')} onClose={onClose}>
      <Form form={form} act={enrol} onSubmit={() => enrol.mutate()} submitLabel={t('operator.enrolSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TenantFields form={form} labels={labels} adminHint={t('operator.partnerAdminHint')}>
          <PartnerKindChoices field={form.field('kinds')} />
          <SelectField
            field={form.field('agreement')}
            label={labels.agreement}
            choices={(['outside', 'portal'] as const).map((value) => ({ value, label: t(`console.agreement.${value}`) }))}
          />
          <TextField field={form.field('programmeId')} label={labels.programmeId} hint={t('operator.programmeIdHint')} inputMode="numeric" autoComplete="off" maxLength={10} />
        </TenantFields>
      </Form>
    </FormDrawer>
  )
}
