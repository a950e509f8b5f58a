import { Button, Input } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { FieldFrame, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Lead, leadKey, leadsKey } from '../parts/referral-api.ts'

/** What D.10 asks for when a lead is taken up. */
export function AcceptLeadDrawer({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = {
    dealName: t('referrals.dealName'), dealValue: t('referrals.dealValue'), currency: t('referrals.currency'), closingOn: t('referrals.closingOn'), note: t('referrals.note'), crmId: t('referrals.crmId'),
    campaignId: t('referrals.campaignId'),
  }
  const form = useForm({
    initial: { dealName: lead.company.name, dealValue: '', currency: 'EUR', closingOn: '', note: '', crmId: '', campaignId: '' },
    labels,
    required: ['dealName', 'dealValue', 'currency', 'closingOn', 'note'],
    check: ({ dealValue, currency }) => ({
      ...(!/^[0-9]{1,12}(\.[0-9]{1,4})?$/.test(dealValue.trim()) && { dealValue: t('referrals.dealValueWrong') }),
      ...(!/^[A-Za-z]{3}$/.test(currency.trim()) && { currency: t('referrals.currencyWrong') }),
    }),
  })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { dealValue, currency, ...words } = form.values
      return api.post(`/leads/${lead.id}/acceptance`, { body: { ...words, dealValue: dealValue.trim(), currency: currency.trim().toUpperCase() }, idempotencyKey })
    },
    changes: [leadKey(lead.id), leadsKey],
    onDone: () => {
      notify.done(t('referrals.accepted'))
      onClose()
    },
  })
  const closing = form.field('closingOn')
  return (
    <FormDrawer title={t('referrals.acceptTitle')} intro={t('referrals.acceptIntro')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('referrals.accept')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextField field={form.field('dealName')} label={labels.dealName} maxLength={100} autoComplete="off" />
        <TextField field={form.field('dealValue')} label={labels.dealValue} hint={t('referrals.dealValueHint')} inputMode="decimal" maxLength={17} autoComplete="off" />
        <TextField field={form.field('currency')} label={labels.currency} maxLength={3} autoComplete="off" />
        <FieldFrame field={closing} label={labels.closingOn}>
          <Input id={closing.id} type="date" value={closing.value} aria-required onChange={(_, { value }) => closing.onChange(value)} />
        </FieldFrame>
        <TextAreaField field={form.field('note')} label={labels.note} rows={4} maxLength={4_000} />
        <TextField field={form.field('crmId')} label={labels.crmId} maxLength={60} autoComplete="off" />
        <TextField field={form.field('campaignId')} label={labels.campaignId} maxLength={60} autoComplete="off" />
      </Form>
    </FormDrawer>
  )
}
