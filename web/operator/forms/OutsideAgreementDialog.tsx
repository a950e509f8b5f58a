import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

/** The contract was signed on paper: from then on the partner may ask. */
export function OutsideAgreementDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const { name } = partner
  const dialog = usePartnerAct({ partner, onClose, path: 'outside-agreement', body: note.trim() ? { note: note.trim() } : {}, done: t('console.recordOutsideDone', { name }) })
  return (
    <ConfirmDialog {...dialog} title={t('console.recordOutsideTitle', { name })} confirmLabel={t('console.recordOutside')}>
      <Stack>
        <QuietText>{t('console.recordOutsideText')}</QuietText>
        <Field label={`${t('operator.note')} (${t('form.optionalMark')})`} hint={t('console.recordOutsideNoteHint')}>
          <Textarea value={note} rows={3} maxLength={500} resize="vertical" onChange={(_, { value }) => setNote(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
