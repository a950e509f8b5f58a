import { Button } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { TextField, type FieldBinding, type FieldTexts } from './FormField.tsx'

export type PasswordFieldProps = FieldTexts & { field: FieldBinding; isNew?: boolean }

/** Pasting and password managers always work (WCAG 3.3.8); the letters can be shown. */
export function PasswordField({ isNew = false, ...props }: PasswordFieldProps) {
  const { t } = useText()
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          aria-pressed={isShown}
          aria-label={t('form.showPassword')}
          title={isShown ? t('form.hidePassword') : t('form.showPassword')}
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  )
}
