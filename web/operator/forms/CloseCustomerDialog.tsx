import { Field, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { closureQuery, operatorKey, type OperatorTenant } from '../parts/operator-api.ts'

/** Says beforehand with whom relationships and privileges end, by name. */
export function CloseCustomerDialog({ tenant: { id, name }, onClose }: { tenant: OperatorTenant; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const preview = useQuery(closureQuery(id))
  const [reason, setReason] = useState('')
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/customers/${id}/closure`, { body: reason.trim() ? { reason: reason.trim() } : {}, idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('console.closedDone', { name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('console.closeTitle', { name })}
      confirmLabel={t('console.close')}
      isWorking={act.isPending}
      problem={act.error && describeProblem(act.error, texts)}
      blockedBecause={preview.data ? undefined : t('shell.loading')}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <BulletList items={[t('console.closeSessions'), t('console.closeNobodyAsks'), t('console.closeKeeps'), t('console.closeForEver')]} />
        <Loaded isPart query={preview}>
          {({ partners, subscriptions }) => <Ending partners={partners} subscriptions={subscriptions} />}
        </Loaded>
        <Field label={`${t('operator.reason')} (${t('form.optionalMark')})`} hint={t('console.closeReasonHint')}>
          <Textarea value={reason} rows={2} maxLength={500} resize="vertical" onChange={(_, { value }) => setReason(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}

function Ending({ partners, subscriptions }: { partners: readonly { name: string; isRelated: boolean; services: readonly string[] }[]; subscriptions: number }) {
  const { t } = useText()
  const formats = useFormats()
  const lines = partners.flatMap(({ name, isRelated, services }) => [
    ...(isRelated ? [t('console.closeRelationship', { name })] : []),
    ...(services.length > 0 ? [t('console.closePrivileges', { name, services: formats.list([...services]) })] : []),
  ])
  if (subscriptions > 0) lines.push(t('console.closeSubscriptions', { count: subscriptions }))
  if (lines.length === 0) return <QuietText>{t('console.closeEndsNothing')}</QuietText>
  return (
    <div>
      <strong>{t('console.closeEnds')}</strong>
      <BulletList items={lines} />
    </div>
  )
}
