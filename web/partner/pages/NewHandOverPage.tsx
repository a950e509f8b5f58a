import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type HandOver, handOversKey } from '../../shared/pages/hand-overs/hand-over-api.ts'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useMayHandOver } from '../parts/use-may-hand-over.ts'

/** A partner that would take a customer over asks its present one. Neither is looked up: only the answer tells. */
export function NewHandOverPage() {
  const { t } = useText()
  const follow = useFollow()
  const { cloud, tenant } = useSignedIn()
  const isForced = cloud.privileges !== 'optionalOn'
  const [asks, setAsks] = useState(isForced || tenant.partnerKinds.some((kind) => kind !== 'indirectReseller'))
  const labels = { customerDomain: t('handOvers.customerDomain'), partnerDomain: t('handOvers.presentPartnerDomain') }
  const form = useForm({ initial: { customerDomain: '', partnerDomain: '' }, labels, required: ['customerDomain', 'partnerDomain'] })
  const act = useAct<void, HandOver>({
    send: (_, idempotencyKey) => api.post('/hand-overs', { body: { customerDomain: form.values.customerDomain.trim(), partnerDomain: form.values.partnerDomain.trim(), askPrivileges: asks }, idempotencyKey }),
    changes: [handOversKey],
    onDone: ({ id }) => follow(paths.partner.handOver(id)),
  })
  return (
    <>
      <PageHeader title={t('handOvers.take')} intro={t('handOvers.takeIntro')} above={<TextLink href={paths.partner.handOvers}>{t('handOvers.title')}</TextLink>} />
      <Panel title={t('handOvers.whoIsMeant')}>
        <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('handOvers.propose')} blockedBecause={useMayHandOver()} besideSubmit={<ButtonLink href={paths.partner.handOvers}>{t('shell.cancel')}</ButtonLink>}>
          <TextField field={form.field('customerDomain')} label={labels.customerDomain} hint={t('handOvers.customerDomainHint')} maxLength={253} autoComplete="off" inputMode="url" />
          <TextField field={form.field('partnerDomain')} label={labels.partnerDomain} hint={t('handOvers.partnerDomainHint')} maxLength={253} autoComplete="off" inputMode="url" />
          <Checkbox checked={asks} disabled={isForced} label={t(isForced ? 'handOvers.privilegesForced' : 'handOvers.askPrivileges')} onChange={(_, { checked }) => setAsks(checked === true)} />
        </Form>
      </Panel>
      <Panel title={t('handOvers.howItGoes')}>
        <BulletList items={[t('handOvers.how.partner'), t('handOvers.how.customer'), t('handOvers.how.moment')]} />
      </Panel>
    </>
  )
}
