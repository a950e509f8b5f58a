import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextAreaField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Lead, leadKey, leadsKey } from '../parts/referral-api.ts'

const reasons = ['noCapacity', 'outsideExpertise', 'outsideRegion', 'sizeNotFitting', 'other'] as const

/** Declined with a reason that the customer reads. */
export function DeclineLeadDrawer({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { reason: t('referrals.declineReason'), note: t('referrals.declineNote') }
  const form = useForm({ initial: { reason: 'noCapacity', note: '' }, labels, required: ['reason'] })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { reason, note } = form.values
      return api.post(`/leads/${lead.id}/decline`, { body: { reason, ...(note.trim() && { note }) }, idempotencyKey })
    },
    changes: [leadKey(lead.id), leadsKey],
    onDone: () => {
      notify.done(t('referrals.declined'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('referrals.declineTitle')} intro={t('referrals.declineIntro')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('referrals.decline')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SelectField field={form.field('reason')} label={labels.reason} choices={reasons.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))} />
        <TextAreaField field={form.field('note')} label={labels.note} rows={4} maxLength={500} />
      </Form>
    </FormDrawer>
  )
}
