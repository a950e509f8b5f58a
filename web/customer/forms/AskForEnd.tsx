import { CheckmarkCircleRegular } from '@fluentui/react-icons'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useTyped } from '../../shared/form/typed.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../shared/ui/FormField.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnerRelationshipsKey, type PartnerRelationship } from '../parts/partner-api.ts'
import { PlainList } from '../parts/PlainList.tsx'

const longestReason = 1_000

/** A customer cannot end a reseller relationship by itself, but it may ask: rights end at once, the partner answers in time (decision 15). */
export function AskForEnd({ partner, onClose }: { partner: PartnerRelationship; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const { cloud } = useSignedIn()
  const notify = useNotify()
  const [{ reason }, setTyped] = useTyped('askForEnd', { reason: '' })
  const act = useAct({
    send: (wanted: string, idempotencyKey) => api.post(`/partner-relationships/${partner.partnerId}/end-requests`, { idempotencyKey, body: wanted ? { reason: wanted } : {} }),
    changes: [partnerRelationshipsKey, ['activity']],
    onDone: () => {
      onClose()
      notify.done(t('partners.askEndDone'), t('partners.askEndDoneText', { partner: partner.name }))
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('partners.askEndTitle', { partner: partner.name })}
      confirmLabel={t('partners.askEnd')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => {
        if (!act.isPending) act.mutate(reason.trim())
      }}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('partners.askEndIntro')}</QuietText>
        <PlainList icon={CheckmarkCircleRegular} items={[t('partners.askEnd.rights'), t('partners.askEnd.answer', { days: cloud.endNoticeDays }), t('partners.askEnd.until')]} />
        <TextAreaField
          label={t('partners.askEndReason')}
          hint={t('partners.askEndReasonHint')}
          maxLength={longestReason}
          field={{ id: 'end-reason', name: 'reason', value: reason, onChange: (text) => setTyped({ reason: text }) }}
        />
      </Stack>
    </ConfirmDialog>
  )
}
