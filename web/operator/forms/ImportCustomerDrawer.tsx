import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { operatorKey } from '../parts/operator-api.ts'
import { FounderInvited, type Founded } from './FounderInvited.tsx'
import { customerBody } from './tenant-values.ts'
import { TenantFields } from './TenantFields.tsx'
import { useTenantForm } from './use-tenant-form.ts'

export type AddingCustomer = 'import' | 'create'

/** A customer's organization comes to stand here, from the cloud or as a new one. It gives no partner any right (decision 27). */
export function ImportCustomerDrawer({ how, onClose }: { how: AddingCustomer; onClose: () => void }) {
  const { t } = useText()
  const { form, labels } = useTenantForm({ isPartner: false })
  const [founded, setFounded] = useState<Founded | null>(null)
  const importing = useAct({
    send: (_: void, idempotencyKey) => api.post<Founded>(how === 'import' ? '/operator/customers' : '/operator/new-customers', { body: customerBody(form.values), idempotencyKey }),
    changes: [operatorKey],
    onDone: setFounded,
  })
  if (founded) return <FounderInvited founded={founded} admin={form.values.displayName} title={t(how === 'import' ? 'operator.importedTitle' : 'console.createdTitle', { name: form.values.name })} onClose={onClose} />
  return (
    <FormDrawer title={t(how === 'import' ? 'operator.import' : 'console.create')} intro={t(how === 'import' ? 'operator.importText' : 'console.createText')} onClose={onClose}>
      <Form form={form} act={importing} onSubmit={() => importing.mutate()} submitLabel={t(how === 'import' ? 'operator.importSubmit' : 'console.createSubmit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TenantFields form={form} labels={labels} adminHint={t('operator.customerAdminHint')} />
      </Form>
    </FormDrawer>
  )
}
