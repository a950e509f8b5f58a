import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { MailBlockDetails } from '../parts/mail-block-columns.tsx'
import type { MailBlockRow } from '../parts/operator-api.ts'

/** For one address that the operator knows; it goes out in the body and is kept nowhere. */
export function FindMailBlockPanel() {
  const { t } = useText()
  const labels = { address: t('mail.address') }
  const form = useForm({ initial: { address: '' }, labels, required: ['address'] })
  const find = useAct({
    send: (_: void, idempotencyKey) => api.post<{ items: readonly MailBlockRow[] }>('/operator/mail-blocks/search', { body: { address: form.values.address.trim() }, idempotencyKey }),
  })
  return (
    <Panel title={t('mailBlocks.find')}>
      <Stack>
        <QuietText>{t('mailBlocks.explain')}</QuietText>
        <QuietText>{t('mailBlocks.findIntro')}</QuietText>
        <Form form={form} act={find} onSubmit={() => find.mutate()} submitLabel={t('mailBlocks.findSubmit')}>
          <TextField field={form.field('address')} label={labels.address} type="email" autoComplete="off" maxLength={320} />
        </Form>
        <div aria-live="polite">
          {find.data?.items.length === 0 && <QuietText>{t('mailBlocks.nothing')}</QuietText>}
          {find.data?.items.map((block) => <MailBlockDetails key={block.id} block={block} />)}
        </div>
      </Stack>
    </Panel>
  )
}
