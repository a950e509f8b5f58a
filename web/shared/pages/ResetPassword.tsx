import { api } from '../api/api.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { DoorCard } from './DoorCard.tsx'
import { usePasswordForm } from './password-form.ts'

export function ResetPassword({ secret }: { secret: string }) {
  const { t } = useText()
  const doors = useDoors()
  const form = usePasswordForm()
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post('/password-resets/completion', { body: { secret, password: form.values.password }, idempotencyKey, whenSignedOut: 'throw' }),
  })

  if (act.isSuccess) {
    return (
      <DoorCard key="done" title={t('signIn.resetDone')}>
        <ButtonLink appearance="primary" href={doors.signIn}>
          {t('signIn.submit')}
        </ButtonLink>
      </DoorCard>
    )
  }
  return (
    <DoorCard key="choose" title={t('signIn.resetTitle')} intro={t('signIn.resetText')}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('signIn.choosePasswordSubmit')}>
        <PasswordField isNew field={form.field('password')} label={t('signIn.choosePassword')} hint={t('signIn.choosePasswordHint')} />
        <PasswordField isNew field={form.field('repeated')} label={t('signIn.repeatPassword')} />
      </Form>
    </DoorCard>
  )
}
