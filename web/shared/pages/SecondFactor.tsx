import { Button } from '@fluentui/react-components'
import { api } from '../api/api.ts'
import type { SignInStep } from '../api/types.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { PasskeySignIn } from '../passkeys/PasskeySignIn.tsx'
import { Stack } from '../ui/Stack.tsx'
import { DoorCard } from './DoorCard.tsx'
import { LostSecondFactor } from './LostSecondFactor.tsx'

/** The code, or a passkey instead of it, and what to do for whoever has neither. */
export function SecondFactor({ onNext, onStartOver }: { onNext: () => void; onStartOver: () => void }) {
  const { t } = useText()
  const form = useForm({ initial: { code: '' }, labels: { code: t('signIn.code') }, required: ['code'] })
  const act = useAct({
    send: () => api.post<SignInStep>('/sessions/second-factor', { body: { code: form.values.code }, whenSignedOut: 'throw' }),
    onDone: onNext,
  })
  return (
    <DoorCard title={t('signIn.secondFactorTitle')} intro={t('signIn.secondFactorText')}>
      <Stack>
        <Form
          form={form}
          act={act}
          onSubmit={() => act.mutate()}
          submitLabel={t('signIn.confirm')}
          besideSubmit={
            <Button appearance="subtle" onClick={onStartOver}>
              {t('signIn.startOver')}
            </Button>
          }
        >
          <CodeField field={form.field('code')} label={t('signIn.code')} />
        </Form>
        <PasskeySignIn onNext={onNext} />
        <LostSecondFactor />
      </Stack>
    </DoorCard>
  )
}
