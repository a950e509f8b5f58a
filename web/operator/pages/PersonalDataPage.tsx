import { useState } from 'react'
import type { AnyErasurePreview } from '../../../src/http/portal/erasures.ts'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { FoundPersonalData } from '../forms/FoundPersonalData.tsx'
import { RetentionPanel } from '../parts/RetentionPanel.tsx'

type Found = { name: string; preview: AnyErasurePreview }

/** What is stored about somebody who asks, to be handed out or erased. */
export function PersonalDataPage() {
  const { t } = useText()
  const [found, setFound] = useState<Found | null>(null)
  const labels = { name: t('personalData.who') }
  const form = useForm({ initial: { name: '' }, labels, required: ['name'] })
  const look = useAct({
    send: async () => {
      const name = form.values.name.trim()
      return { name, preview: await api.post<AnyErasurePreview>('/operator/erasure-previews', { body: { name } }) }
    },
    onDone: setFound,
  })
  return (
    <>
      <PageHeader title={t('personalData.operatorTitle')} intro={t('personalData.operatorIntro')} />
      <Panel>
        <Form form={form} act={look} onSubmit={() => look.mutate()} submitLabel={t('personalData.look')}>
          <TextField field={form.field('name')} label={labels.name} hint={t('personalData.whoHint')} maxLength={320} />
        </Form>
      </Panel>
      {found && <FoundPersonalData key={found.name} {...found} onErased={() => { setFound(null); form.reset() }} />}
      <RetentionPanel />
    </>
  )
}
