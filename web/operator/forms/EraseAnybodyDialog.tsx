import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../shared/ui/FormField.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

type EraseAnybodyDialogProps = { name: string; shownAs: string; onErased: () => void; onClose: () => void }

/** Asks how it was checked who asks; that is recorded with the act. */
export function EraseAnybodyDialog({ name, shownAs, onErased, onClose }: EraseAnybodyDialogProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [checkedHow, setCheckedHow] = useState('')
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post('/operator/erasures', { body: { name, checkedHow: checkedHow.trim() }, idempotencyKey }),
    changes: [['activity']],
    onDone: () => {
      notify.done(t('personalData.erased'), t('personalData.erasedText'))
      onErased()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('personalData.eraseTitle', { name: shownAs })}
      confirmLabel={t('personalData.eraseSubmit')}
      isWorking={act.isPending}
      problem={act.error && describeProblem(act.error, texts)}
      blockedBecause={checkedHow.trim() === '' ? t('personalData.checkedHow') : undefined}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('personalData.eraseIntro')}</QuietText>
        <TextAreaField label={t('personalData.checkedHow')} hint={t('personalData.checkedHowHint')} rows={2} maxLength={500} field={{ id: 'erasure-checked-how', name: 'checkedHow', value: checkedHow, onChange: setCheckedHow }} />
      </Stack>
    </ConfirmDialog>
  )
}
