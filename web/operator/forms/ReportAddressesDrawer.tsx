import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { SelectField, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { mailBlocksKey, type AddedMailBlocks } from '../parts/operator-api.ts'

const kinds = ['undeliverable', 'optedOut'] as const

/** Addresses that messages came back from by mail, or whose readers wrote that they want none. */
export function ReportAddressesDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const notify = useNotify()
  const labels = { kind: t('mailBlocks.kind'), addresses: t('mailBlocks.addresses'), reason: t('mailBlocks.reason') }
  const form = useForm({ initial: { kind: 'undeliverable', addresses: '', reason: '' }, labels, required: ['kind', 'addresses', 'reason'] })
  const report = useAct({
    send: (_: void, idempotencyKey) =>
      api.post<AddedMailBlocks>('/operator/mail-blocks', { body: { kind: form.values.kind, addresses: linesOf(form.values.addresses), reason: form.values.reason.trim() }, idempotencyKey }),
    changes: [mailBlocksKey],
    onDone: ({ added, known, notAddresses }) => {
      const title = t('mailBlocks.reported', { added, known })
      if (notAddresses.length === 0) notify.done(title)
      else notify.failed(title, t('mailBlocks.notAddresses', { places: formats.list(notAddresses.map(String)) }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('mailBlocks.report')} intro={t('mailBlocks.reportIntro')} onClose={onClose}>
      <Form form={form} act={report} onSubmit={() => report.mutate()} submitLabel={t('mailBlocks.report')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <SelectField field={form.field('kind')} label={labels.kind} choices={kinds.map((value) => ({ value, label: t(`mailBlocks.kind.${value}`) }))} />
        <TextAreaField field={form.field('addresses')} label={labels.addresses} rows={8} maxLength={100_000} />
        <TextField field={form.field('reason')} label={labels.reason} hint={t('mailBlocks.reasonHint')} autoComplete="off" maxLength={500} />
      </Form>
    </FormDrawer>
  )
}

/** The first value of each line, so that a CSV can be pasted as it is. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.split(/[,;\t]/, 1)[0]!.replaceAll('"', '').trim())
  return lines.filter((line) => line !== '')
}
