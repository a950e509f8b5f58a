import { makeStyles, tokens } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useCan } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { TextAreaField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Lead, leadKey } from './referral-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: '2px 0 0', maxWidth: '76ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** What the partner's people note for each other. */
export function LeadNotes({ lead }: { lead: Lead }) {
  const { t } = useText()
  const styles = useStyles()
  const may = useCan()('lead.work')
  return (
    <Panel title={t('referrals.notes')}>
      <Stack>
        <QuietText>{t('referrals.notesText')}</QuietText>
        {lead.notes.length === 0 && <QuietText>{t('referrals.noNotes')}</QuietText>}
        <ol className={styles.list}>
          {lead.notes.map(({ id, at, authorName, text }) => (
            <li key={id}>
              <div className={styles.head}>
                <span>{authorName ?? t('referrals.erased')}</span>
                <DateText at={at} as="dateTime" />
              </div>
              <p className={styles.text}>{text}</p>
            </li>
          ))}
        </ol>
        {may && <NextNote key={lead.notes.length} lead={lead} />}
      </Stack>
    </Panel>
  )
}

function NextNote({ lead }: { lead: Lead }) {
  const { t } = useText()
  const notify = useNotify()
  const form = useForm({ initial: { text: '' }, labels: { text: t('referrals.note') }, required: ['text'] })
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/leads/${lead.id}/notes`, { body: { note: form.values.text }, idempotencyKey }),
    changes: [leadKey(lead.id)],
    onDone: () => notify.done(t('referrals.noted')),
  })
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('referrals.addNote')}>
      <TextAreaField field={form.field('text')} label={t('referrals.note')} rows={3} maxLength={4_000} />
    </Form>
  )
}
