import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

export function ReinstatePartnerDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const { name } = partner
  const dialog = usePartnerAct({ partner, onClose, path: 'reinstatement', done: t('operator.reinstatedDone', { name }) })
  return (
    <ConfirmDialog {...dialog} title={t('operator.reinstateTitle', { name })} confirmLabel={t('operator.reinstate')}>
      {t('operator.reinstateText')}
    </ConfirmDialog>
  )
}
