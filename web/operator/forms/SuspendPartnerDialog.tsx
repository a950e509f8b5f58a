import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

export function SuspendPartnerDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const { name } = partner
  const dialog = usePartnerAct({ partner, onClose, path: 'suspension', body: reason.trim() ? { reason: reason.trim() } : {}, done: t('operator.suspendedDone', { name }) })
  return (
    <ConfirmDialog {...dialog} isDangerous title={t('operator.suspendTitle', { name })} confirmLabel={t('operator.suspend')}>
      <Stack>
        <BulletList items={[t('operator.suspendStops'), t('operator.suspendLinks'), t('operator.suspendKeeps')]} />
        <Field label={`${t('operator.reason')} (${t('form.optionalMark')})`} hint={t('operator.reasonHint')}>
          <Textarea value={reason} rows={3} maxLength={500} resize="vertical" onChange={(_, { value }) => setReason(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
