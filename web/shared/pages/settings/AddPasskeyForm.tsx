import { Button } from '@fluentui/react-components'
import type { PasskeyCreation } from '../../../../src/http/portal/passkey-schemas.ts'
import type { PasskeyAdded } from '../../../../src/http/portal/passkeys.ts'
import { api } from '../../api/api.ts'
import { useRenewSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { describeFailure } from '../../passkeys/describe-failure.ts'
import { passkeysKey } from '../../passkeys/passkeys-api.ts'
import { makePasskey, PasskeyFailure } from '../../passkeys/platform.ts'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { describeUserAgent } from './describe-user-agent.ts'
import { meKey } from './settings-api.ts'

export type AddPasskeyFormProps = { onAdded: (recoveryCodes: readonly string[]) => void; onCancel: () => void }

/** A name to tell it by, then the browser's own question. */
export function AddPasskeyForm({ onAdded, onCancel }: AddPasskeyFormProps) {
  const texts = useText()
  const { t } = texts
  const renew = useRenewSession()
  const { browser, system } = describeUserAgent(navigator.userAgent)
  const form = useForm({
    initial: { name: browser && system ? t('settings.browserOn', { browser, system }) : (system ?? browser ?? '') },
    labels: { name: t('passkeys.name') },
    required: ['name'],
  })
  const act = useAct({
    send: async (_: void, idempotencyKey) => {
      const credential = await makePasskey(await api.post<PasskeyCreation>('/me/passkeys/options'))
      const added = await api.post<PasskeyAdded>('/me/passkeys', { body: { name: form.values.name.trim(), credential }, idempotencyKey })
      await renew()
      return added
    },
    changes: [passkeysKey, meKey],
    onDone: ({ recoveryCodes }) => onAdded(recoveryCodes),
  })
  const isBrowsers = act.error instanceof PasskeyFailure
  return (
    <Form
      form={form}
      act={isBrowsers ? { ...act, error: null } : act}
      onSubmit={() => act.mutate()}
      submitLabel={t('passkeys.addSubmit')}
      besideSubmit={<Button onClick={onCancel}>{t('shell.cancel')}</Button>}
    >
      <ProblemBanner problem={isBrowsers && !act.isPending ? describeFailure(act.error, texts) : null} />
      <QuietText>{t('passkeys.addText')}</QuietText>
      <TextField field={form.field('name')} label={t('passkeys.name')} hint={t('passkeys.nameHint')} maxLength={100} />
    </Form>
  )
}
