import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { cloudsQuery } from '../parts/operator-api.ts'
import { usePartnerAct, type PartnerActDialogProps } from './use-partner-act.ts'

/** What debt blocks is the cloud's rule; the mark itself is the operator's. */
export function DebtDialog({ partner, onClose }: PartnerActDialogProps) {
  const { t } = useText()
  const { name, inDebt } = partner
  const blocks = useQuery(cloudsQuery).data?.items.find(({ id }) => id === partner.cloud)?.debtBlocksRequests
  const textKey = inDebt ? 'operator.clearDebtText' : blocks === false ? 'operator.markDebtTextOnly' : 'operator.markDebtText'
  const dialog = usePartnerAct({ partner, onClose, path: 'debt', body: { inDebt: !inDebt }, done: t(inDebt ? 'operator.debtClearedDone' : 'operator.debtMarkedDone', { name }) })
  return (
    <ConfirmDialog {...dialog} isDangerous={!inDebt} title={t(inDebt ? 'operator.clearDebtTitle' : 'operator.markDebtTitle', { name })} confirmLabel={t(inDebt ? 'operator.clearDebt' : 'operator.markDebt')}>
      {t(textKey)}
    </ConfirmDialog>
  )
}
