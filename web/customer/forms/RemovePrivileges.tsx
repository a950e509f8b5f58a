import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { partnerRelationshipsKey, privilegesRemovalQuery, type PartnerRelationship, type PrivilegesRemovalPreview } from '../parts/partner-api.ts'
import { PlainList } from '../parts/PlainList.tsx'
import { Section } from '../parts/Section.tsx'
import { Warning } from '../parts/Warning.tsx'

export type RemovePrivilegesProps = {
  partner: PartnerRelationship
  /** What is chosen at first: one service, or null for all that the partner holds. */
  service: string | null
  onClose: () => void
}

/** "Remove delegated admin", then "Remove" [S0.L1.6]: what stops and who stays responsible comes first (decision 14). */
export function RemovePrivileges({ partner, service, onClose }: RemovePrivilegesProps) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  // As they stood when the dialog opened: the page behind it is read anew before the dialog closes.
  const [held] = useState(partner.privileges)
  const [chosen, choose] = useState(service)
  const ending = held.filter((privilege) => chosen === null || privilege.service === chosen)
  const preview = useQuery(privilegesRemovalQuery(partner.partnerId, held.length === 1 ? null : chosen))
  const act = useAct({
    send: (services: readonly string[], idempotencyKey) =>
      api.post(`/partner-relationships/${partner.partnerId}/privileges-removal`, { idempotencyKey, body: { services } }),
    changes: [partnerRelationshipsKey, ['activity']],
    onDone: () => {
      onClose()
      notify.done(t('partners.removedTitle'), t('partners.removedText', { partner: partner.name, services: formats.list(ending.map(({ serviceName }) => serviceName)) }))
    },
  })

  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('partners.removeTitle', { partner: partner.name })}
      confirmLabel={t('partners.remove')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => {
        if (!act.isPending) act.mutate(ending.map((privilege) => privilege.service))
      }}
      onCancel={onClose}
    >
      {held.length > 1 && <Choice held={held} chosen={chosen} onChoose={choose} />}
      {preview.error && <ErrorState problem={describeProblem(preview.error, texts)} onRetry={() => void preview.refetch()} />}
      {!preview.data && !preview.error && <LoadingState lines={5} />}
      {preview.data && <Preview preview={preview.data} name={partner.name} />}
    </ConfirmDialog>
  )
}

const all = ''

type ChoiceProps = { held: PartnerRelationship['privileges']; chosen: string | null; onChoose: (service: string | null) => void }

function Choice({ held, chosen, onChoose }: ChoiceProps) {
  const { t } = useText()
  return (
    <Field label={t('partners.removeWhich')}>
      <RadioGroup value={chosen ?? all} onChange={(_, { value }) => onChoose(value === all ? null : value)}>
        <Radio value={all} label={t('partners.removeAll')} />
        {held.map(({ service, serviceName }) => (
          <Radio key={service} value={service} label={t('partners.removeOnly', { service: serviceName })} />
        ))}
      </RadioGroup>
    </Field>
  )
}

function Preview({ preview, name }: { preview: PrivilegesRemovalPreview; name: string }) {
  const { t } = useText()
  const isolated = (text: string) => <Isolated text={text} names={[name]} />
  return (
    <>
      <Section title={t('partners.stops')}>
        <PlainList icon={DismissCircleRegular} items={preview.stops.map(isolated)} />
      </Section>
      <Section title={t('partners.stays')}>
        <PlainList icon={CheckmarkCircleRegular} items={preview.stays.map(isolated)} />
      </Section>
      <Warning>{isolated(preview.warning)}</Warning>
    </>
  )
}
