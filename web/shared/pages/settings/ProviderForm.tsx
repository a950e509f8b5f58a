import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { type Provider, providerKey } from './provider-api.ts'

/** The secret is written, never read: left empty it stays what it was. */
export function ProviderForm({ provider, onClose }: { provider: Provider | null; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { issuer: t('provider.issuer'), clientId: t('provider.clientId'), clientSecret: t('provider.clientSecret') }
  const form = useForm({
    initial: { issuer: provider?.issuer ?? '', clientId: provider?.clientId ?? '', clientSecret: '' },
    labels,
    required: provider ? ['issuer', 'clientId'] : ['issuer', 'clientId', 'clientSecret'],
  })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { issuer, clientId, clientSecret } = form.values
      const body = { issuer: issuer.trim(), clientId: clientId.trim(), ...(clientSecret && { clientSecret }) }
      return provider ? api.patch('/tenant/sign-in-provider', { body, ifMatch: `"${provider.version}"` }) : api.post('/tenant/sign-in-provider', { body, idempotencyKey })
    },
    changes: [providerKey],
    onDone: () => {
      notify.done(t('settings.saved'))
      onClose()
    },
  })
  return (
    <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
      <TextField field={form.field('issuer')} label={labels.issuer} hint={t('provider.issuerHint')} autoComplete="off" maxLength={400} />
      <TextField field={form.field('clientId')} label={labels.clientId} autoComplete="off" maxLength={400} />
      <TextField field={form.field('clientSecret')} label={labels.clientSecret} hint={t(provider ? 'provider.secretHintKept' : 'provider.secretHint')} type="password" autoComplete="off" maxLength={1000} />
    </Form>
  )
}
