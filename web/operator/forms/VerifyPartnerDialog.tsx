import { Field, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { VerificationMethod } from '../../../src/domain/partners/partner.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

const methods = ['operatorCheck', 'dnsProof'] as const satisfies readonly VerificationMethod[]

/** A recorded check: who, when, how (decision 7). Customers read "verified" from then on. */
export function VerifyPartnerDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const [method, setMethod] = useState<VerificationMethod>('operatorCheck')
  const [note, setNote] = useState('')
  const { name } = partner
  const dialog = usePartnerAct({ partner, onClose, path: 'verification', body: { method, ...(note.trim() && { note: note.trim() }) }, done: t('operator.verifiedDone', { name }) })
  return (
    <ConfirmDialog {...dialog} title={t('operator.verifyTitle', { name })} confirmLabel={t('operator.verify')}>
      <Stack>
        <QuietText>{t('operator.verifyText')}</QuietText>
        <Field label={t('operator.method')}>
          <Select value={method} onChange={(_, { value }) => setMethod(value as VerificationMethod)}>
            {methods.map((one) => (
              <option key={one} value={one}>
                {t(`settings.method.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={`${t('operator.note')} (${t('form.optionalMark')})`} hint={t('operator.noteHint')}>
          <Textarea value={note} rows={3} maxLength={500} resize="vertical" onChange={(_, { value }) => setNote(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
