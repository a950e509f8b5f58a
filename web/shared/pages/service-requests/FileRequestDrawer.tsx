import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { type FormState, useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/FormField.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { requestsKey, type ServiceRequest, severities, type Side, sides } from './request-api.ts'

export type FileFields = 'about' | 'partnerId' | 'customerId' | 'title' | 'body' | 'severity'

export type FileRequestDrawerProps = {
  side: Side
  /** where it is posted */
  path: string
  intro: ReactNode
  labels: Readonly<Record<FileFields, string>>
  required: readonly FileFields[]
  initial?: Partial<Record<FileFields, string>>
  /** what the fields that differ from side to side become in the body */
  bodyOf: (values: Record<FileFields, string>) => object
  /** the fields above the words */
  children: (form: FormState<FileFields>) => ReactNode
  onClose: () => void
}

/** What every side files with: severity, subject and words, below its own fields. */
export function FileRequestDrawer({ side, path, intro, labels, required, initial, bodyOf, children, onClose }: FileRequestDrawerProps) {
  const { t } = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const form = useForm<FileFields>({
    initial: { about: '', partnerId: '', customerId: '', title: '', body: '', severity: 'moderate', ...initial },
    labels,
    required: ['title', 'body', 'severity', ...required],
  })
  const send = useAct({
    send: (_: void, idempotencyKey) => {
      const { title, body, severity } = form.values
      return api.post<ServiceRequest>(path, { body: { title, body, severity, ...bodyOf(form.values) }, idempotencyKey })
    },
    changes: [requestsKey, ['activity']],
    onDone: ({ id }) => {
      notify.done(t('serviceRequests.filed'))
      onClose()
      void navigate({ to: sides[side].one(id) })
    },
  })
  return (
    <FormDrawer title={t('serviceRequests.file.title')} intro={intro} onClose={onClose}>
      <Form form={form} act={send} onSubmit={() => send.mutate()} submitLabel={t('serviceRequests.file.submit')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {children(form)}
        <SelectField field={form.field('severity')} label={labels.severity} hint={t('serviceRequests.severityHint')} choices={severities.map((value) => ({ value, label: t(`serviceRequests.severityLong.${value}`) }))} />
        <TextField field={form.field('title')} label={labels.title} isSpellChecked autoComplete="off" maxLength={200} />
        <TextAreaField field={form.field('body')} label={labels.body} hint={t('serviceRequests.bodyHint')} rows={8} maxLength={5_000} />
      </Form>
    </FormDrawer>
  )
}

/** The labels that all sides share. */
export function useFileLabels(): Readonly<Record<FileFields, string>> {
  const { t } = useText()
  return {
    about: t('serviceRequests.about'),
    partnerId: t('serviceRequests.to'),
    customerId: t('serviceRequests.customer'),
    title: t('serviceRequests.subject'),
    body: t('serviceRequests.message'),
    severity: t('serviceRequests.severity'),
  }
}
