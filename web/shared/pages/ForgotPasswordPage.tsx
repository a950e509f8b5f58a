import { useState } from 'react'
import { api } from '../api/api.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { TextField } from '../ui/FormField.tsx'
import { DoorCard } from './DoorCard.tsx'

/** The answer is the same whether the name is known or not. */
export function ForgotPasswordPage() {
  const { t } = useText()
  const doors = useDoors()
  const [isSent, setSent] = useState(false)
  const label = t('signIn.userPrincipalName')
  const form = useForm({ initial: { userPrincipalName: '' }, labels: { userPrincipalName: label }, required: ['userPrincipalName'] })
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post('/password-resets', { body: { userPrincipalName: form.values.userPrincipalName.trim() }, idempotencyKey, whenSignedOut: 'throw' }),
    onDone: () => setSent(true),
  })
  const back = <ButtonLink href={doors.signIn}>{t('signIn.backToSignIn')}</ButtonLink>

  if (isSent) {
    return (
      <DoorCard key="sent" title={t('signIn.forgotSentTitle')} intro={t('signIn.forgotSentText')}>
        {back}
      </DoorCard>
    )
  }
  return (
    <DoorCard key="ask" title={t('signIn.forgotTitle')} intro={t('signIn.forgotText')}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('signIn.forgotSubmit')} besideSubmit={back}>
        <TextField field={form.field('userPrincipalName')} label={label} type="email" autoComplete="username" />
      </Form>
    </DoorCard>
  )
}
