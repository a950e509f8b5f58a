import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FileRequestDrawer, useFileLabels } from '../../shared/pages/service-requests/FileRequestDrawer.tsx'
import { sides } from '../../shared/pages/service-requests/request-api.ts'
import { TextField } from '../../shared/ui/FormField.tsx'

/** For a customer that called, or whose partner did; both are named by what the pages show for copying. */
export function FileByPhoneDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const labels = { ...useFileLabels(), customerId: t('serviceRequests.customerId'), partnerId: t('serviceRequests.partnerId') }
  return (
    <FileRequestDrawer
      side="operator"
      path={sides.operator.base}
      intro={t('serviceRequests.intro.byPhone')}
      labels={labels}
      required={['customerId']}
      bodyOf={({ customerId, partnerId }) => ({ customerId: customerId.trim(), ...(partnerId.trim() !== '' && { partnerId: partnerId.trim() }) })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField field={form.field('customerId')} label={labels.customerId} hint={t('serviceRequests.customerIdHint')} autoComplete="off" maxLength={36} />
          <TextField field={form.field('partnerId')} label={labels.partnerId} hint={t('serviceRequests.partnerIdHint')} autoComplete="off" maxLength={36} />
        </>
      )}
    </FileRequestDrawer>
  )
}
