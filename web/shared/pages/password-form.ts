import { useForm, type FormState } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'

/** Fewest characters of any password; the server asks for more where there is no second step. */
const fewest = 8

/** Two fields for a new password that must agree. */
export function usePasswordForm(): FormState<'password' | 'repeated'> {
  const { t } = useText()
  return useForm({
    initial: { password: '', repeated: '' },
    labels: { password: t('signIn.choosePassword'), repeated: t('signIn.repeatPassword') },
    required: ['password', 'repeated'],
    check: ({ password, repeated }) => ({
      ...(password.length < fewest && { password: t('signIn.choosePasswordHint') }),
      ...(repeated !== password && { repeated: t('signIn.passwordsDiffer') }),
    }),
  })
}
