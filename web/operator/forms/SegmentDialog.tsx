import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { operatorKey, type OperatorTenant } from '../parts/operator-api.ts'

export const segments = ['commercial', 'education', 'government', 'nonprofit'] as const

/** Decides which offers the customer gets from now on. */
export function SegmentDialog({ tenant, onClose }: { tenant: OperatorTenant; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [segment, setSegment] = useState(tenant.segment ?? '')
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/customers/${tenant.id}/segment`, { body: { segment: segment === '' ? null : segment }, idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('catalogue.segmentSet', { name: tenant.name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog isOpen title={t('catalogue.segmentOf', { name: tenant.name })} confirmLabel={t('shell.save')} isWorking={act.isPending} problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} onConfirm={() => act.mutate()} onCancel={onClose}>
      <Stack>
        <QuietText>{t('catalogue.segmentText')}</QuietText>
        <Field label={t('catalogue.segment')}>
          <Select value={segment} onChange={(_, { value }) => setSegment(value)}>
            <option value="">{t('catalogue.segmentUsual')}</option>
            {segments.map((one) => (
              <option key={one} value={one}>
                {t(`catalogue.segment.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
