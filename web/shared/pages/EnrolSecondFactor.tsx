import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import type { RecoveryCodes, TotpEnrolment } from '../api/types.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { CodeField } from '../ui/CodeField.tsx'
import { CopyableId } from '../ui/CopyableId.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { QuietText, Stack } from '../ui/Stack.tsx'
import { DoorCard } from './DoorCard.tsx'
import { KeepRecoveryCodes } from './KeepRecoveryCodes.tsx'

const useStyles = makeStyles({
  // The picture keeps its white ground in the dark, or no camera reads it.
  picture: { display: 'block', boxSizing: 'border-box', width: '208px', maxWidth: '100%', padding: '12px', backgroundColor: '#ffffff', borderRadius: '8px' },
})

/** A new authenticator: picture, first code, then the recovery codes, which are shown only here. */
export function EnrolSecondFactor({ onConfirmed, onDone }: { onConfirmed: () => void; onDone: () => void }) {
  const { t } = useText()
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null)
  const keep = (codes: readonly string[]) => {
    setRecoveryCodes(codes)
    onConfirmed()
  }
  if (recoveryCodes) return <KeepRecoveryCodes codes={recoveryCodes} onDone={onDone} />
  return (
    <DoorCard title={t('signIn.enrolTitle')} intro={t('signIn.enrolText')}>
      <Enrolment onConfirmed={keep} />
    </DoorCard>
  )
}

export function Enrolment({ onConfirmed }: { onConfirmed: (recoveryCodes: readonly string[]) => void }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const enrolment = useQuery({
    queryKey: ['totp-enrolment'],
    queryFn: () => api.post<TotpEnrolment>('/me/totp', { body: {}, idempotencyKey: crypto.randomUUID() }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const form = useForm({ initial: { code: '' }, labels: { code: t('signIn.code') }, required: ['code'] })
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post<RecoveryCodes>('/me/totp/confirmation', { body: { code: form.values.code }, idempotencyKey, whenSignedOut: 'throw' }),
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })

  if (enrolment.isError) return <ErrorState problem={describeProblem(enrolment.error, texts)} onRetry={() => void enrolment.refetch()} />
  if (!enrolment.data) return <LoadingState lines={6} />
  const { qrSvg, secret } = enrolment.data
  return (
    <Stack>
      <img className={styles.picture} alt={t('signIn.enrolPicture')} src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} />
      <QuietText>
        {t('signIn.enrolByHand')}: <CopyableId id={secret} what={t('signIn.enrolKey')} />
      </QuietText>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('signIn.confirm')}>
        <CodeField field={form.field('code')} label={t('signIn.code')} />
      </Form>
    </Stack>
  )
}
