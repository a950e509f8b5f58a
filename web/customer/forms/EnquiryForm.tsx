import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { companySizes } from '../../shared/language/profile-tags.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { SelectField, TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { enquiriesKey, type FoundPartner } from '../parts/finder-api.ts'

/** One message to one or several partners, and what they read of the customer besides. */
export function EnquiryForm({ partners }: { partners: readonly FoundPartner[] }) {
  const { t } = useText()
  const follow = useFollow()
  const notify = useNotify()
  const { tenant } = useSignedIn()
  const [callMe, setCallMe] = useState(false)
  const labels = { message: t('finder.message'), phone: t('finder.phone'), companySize: t('finder.size') }
  const form = useForm({
    initial: { message: '', phone: '', companySize: '' },
    labels,
    required: ['message'],
    check: ({ phone }) => (callMe && phone.trim() === '' ? { phone: t('finder.phoneMissing') } : {}),
  })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { message, phone, companySize } = form.values
      return api.post('/enquiries', { body: { partners: partners.map(({ id }) => id), message, callMe, ...(phone.trim() && { phone: phone.trim() }), ...(companySize && { companySize }) }, idempotencyKey })
    },
    changes: [enquiriesKey, ['activity']],
    onDone: () => {
      notify.done(t('finder.sent'))
      follow(paths.customer.enquiries)
    },
  })
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('finder.send')} besideSubmit={<ButtonLink href={paths.customer.findPartner}>{t('shell.cancel')}</ButtonLink>}>
      <TextAreaField field={form.field('message')} label={labels.message} hint={t('finder.messageHint')} rows={8} maxLength={4_000} />
      <Checkbox checked={callMe} label={t('finder.callMe')} onChange={(_, { checked }) => setCallMe(checked === true)} />
      <TextField field={{ ...form.field('phone'), isRequired: callMe }} label={labels.phone} type="tel" maxLength={40} autoComplete="tel" />
      <SelectField field={form.field('companySize')} label={labels.companySize} choices={[{ value: '', label: t('finder.sizeUnsaid') }, ...companySizes.map((value) => ({ value, label: value }))]} />
      <QuietText>{t('finder.shares', { organization: tenant.name })}</QuietText>
    </Form>
  )
}
