import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { TextAreaField } from '../../ui/FormField.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { caseQuery, type SupportBase, type SupportCaseView, supportKey } from './support-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  message: { maxWidth: '76ch', padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  operator: { backgroundColor: tokens.colorBrandBackground2 },
  head: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  author: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** What the arrow of the list opens: the conversation, and the next word in it. */
export function CaseView({ base, id }: { base: SupportBase; id: string }) {
  const whole = useQuery(caseQuery(base, id))
  return (
    <Loaded isPart query={whole}>
      {(value) => <Conversation key={value.messages.length} base={base} one={value} />}
    </Loaded>
  )
}

function Conversation({ base, one }: { base: SupportBase; one: SupportCaseView }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <Stack>
      {one.about && <KeyValueList items={[{ key: t(`support.about.${one.about.type}`), value: <CopyableId id={one.about.id} what={t(`support.about.${one.about.type}`)} /> }]} />}
      <ol className={styles.list}>
        {one.messages.map(({ id, at, by, authorName, body }) => (
          <li key={id} className={mergeClasses(styles.message, by === 'operator' && styles.operator)}>
            <div className={styles.head}>
              <span className={styles.author}>{by === 'operator' ? t('support.operator', { name: authorName ?? '' }) : (authorName ?? t('support.erased'))}</span>
              <DateText at={at} as="dateTime" />
            </div>
            <p className={styles.text}>{body}</p>
          </li>
        ))}
      </ol>
      <NextWord base={base} one={one} />
      <CaseActs base={base} one={one} />
    </Stack>
  )
}

function NextWord({ base, one }: { base: SupportBase; one: SupportCaseView }) {
  const { t } = useText()
  const notify = useNotify()
  const isOperator = one.can.includes('answer')
  const labels = { body: t(isOperator ? 'support.answerText' : 'support.text') }
  const form = useForm({ initial: { body: '' }, labels, required: ['body'] })
  const send = useAct({
    send: (_: void, idempotencyKey) => api.post(`${base}/${one.id}/${isOperator ? 'answers' : 'messages'}`, { body: { body: form.values.body }, idempotencyKey }),
    changes: [supportKey],
    onDone: () => notify.done(t(isOperator ? 'support.answered' : 'support.written')),
  })
  if (!isOperator && !one.can.includes('write')) return null
  return (
    <Form form={form} act={send} onSubmit={() => send.mutate()} submitLabel={t(isOperator ? 'support.answer' : one.status === 'closed' ? 'support.writeAgain' : 'support.write')}>
      <TextAreaField field={form.field('body')} label={labels.body} rows={4} maxLength={5_000} />
    </Form>
  )
}

function CaseActs({ base, one }: { base: SupportBase; one: SupportCaseView }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const settle = useAct({
    send: (noun: 'closure' | 'reopening', idempotencyKey) => api.post(`${base}/${one.id}/${noun}`, { idempotencyKey }),
    changes: [supportKey],
    onDone: (_, noun) => notify.done(t(noun === 'closure' ? 'support.closed' : 'support.reopened')),
  })
  return (
    <div>
      <ProblemBanner problem={settle.error && !settle.isPending ? describeProblem(settle.error, texts) : null} />
      <Acts>
        {one.can.includes('close') && (
          <Button size="small" disabledFocusable={settle.isPending} onClick={() => settle.mutate('closure')}>
            {t('support.close')}
          </Button>
        )}
        {one.can.includes('reopen') && (
          <Button size="small" disabledFocusable={settle.isPending} onClick={() => settle.mutate('reopening')}>
            {t('support.reopen')}
          </Button>
        )}
      </Acts>
    </div>
  )
}
