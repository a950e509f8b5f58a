import { Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LetterChoiceView } from '../../../src/http/portal/letter-choices.ts'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DoorCard } from '../../shared/pages/DoorCard.tsx'
import { useLinkSecret } from '../../shared/pages/use-link-secret.ts'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** Reached by the link at the foot of a letter, without an account. Opening it changes nothing; the button does. */
export function LettersPage() {
  const { t } = useText()
  const secret = useLinkSecret()
  return secret ? <Choose secret={secret} /> : <DoorCard title={t('letterChoices.titleNone')} intro={t('letterChoices.textNone')} />
}

function Choose({ secret }: { secret: string }) {
  const texts = useText()
  const { t } = texts
  const known = useQuery({
    queryKey: ['letter-choice'],
    queryFn: () => api.post<LetterChoiceView>('/letter-choices/exchange', { body: { secret }, whenSignedOut: 'throw' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  if (known.isError) {
    return (
      <DoorCard title={t('letterChoices.titleNone')} intro={t('letterChoices.textNone')}>
        <ProblemBanner problem={describeProblem(known.error, texts)} />
      </DoorCard>
    )
  }
  if (!known.data) return <LoadingState lines={3} />
  return (
    <DoorCard title={t('letterChoices.title', { address: known.data.address })} intro={t('letterChoices.intro')}>
      <ChoiceForm secret={secret} known={known.data} />
    </DoorCard>
  )
}

const choices = ['nobody', 'sender', 'anybody'] as const

function ChoiceForm({ secret, known }: { secret: string; known: LetterChoiceView }) {
  const { t } = useText()
  const notify = useNotify()
  const [choice, setChoice] = useState<string>(known.choice)
  const form = useForm({ initial: {}, labels: {} })
  const save = useAct({
    send: () => api.post('/letter-choices', { body: { secret, choice }, whenSignedOut: 'throw' }),
    onDone: () => notify.done(t('letterChoices.saved')),
  })
  const offered = choices.filter((one) => one !== 'sender' || known.senderName !== null)
  return (
    <Form form={form} act={save} onSubmit={() => save.mutate()} submitLabel={t('letterChoices.save')}>
      <Stack>
        <RadioGroup aria-label={t('letterChoices.choice')} value={choice} onChange={(_, { value }) => setChoice(value)}>
          {offered.map((one) => (
            <Radio key={one} value={one} label={t(`letterChoices.choice.${one}`, { sender: known.senderName ?? t('letterChoices.theSender') })} />
          ))}
        </RadioGroup>
        <QuietText>{t('letterChoices.what')}</QuietText>
      </Stack>
    </Form>
  )
}
