import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { type Choice, SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Connector, provisioningKey } from '../parts/catalogue-api.ts'
import { cloudsQuery } from '../parts/operator-api.ts'

const names = ['for', 'productId', 'url', 'secret'] as const
type Name = (typeof names)[number]
const shortestSecret = 32
const everything = '*'

/** A connector, or the change of one: then what it is for stays, and an empty secret keeps the one there is. */
export function ConnectorDrawer({ connector, onClose }: { connector: Connector | null; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = Object.fromEntries(names.map((name) => [name, t(`connectors.field.${name}`)])) as Record<Name, string>
  const isNew = connector === null
  const places = usePlaces()
  const form = useForm<Name>({
    initial: { for: everything, productId: '', url: connector?.url ?? '', secret: '' },
    labels,
    required: isNew ? ['for', 'url', 'secret'] : ['url'],
    check: ({ secret, url, productId, for: place }) => ({
      ...(secret !== '' && secret.trim().length < shortestSecret && { secret: t('connectors.secretShort') }),
      ...(!/^https?:\/\/[^\s#]+$/.test(url.trim()) && { url: t('connectors.urlForm') }),
      ...(place.endsWith('/product') && productId.trim() === '' && { productId: t('form.required') }),
    }),
  })
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const { for: place, productId, url, secret } = form.values
      const address = { url: url.trim(), ...(secret.trim() !== '' && { secret: secret.trim() }) }
      return isNew ? api.post('/operator/connectors', { body: { ...placeOf(place, productId.trim()), ...address }, idempotencyKey }) : api.put(`/operator/connectors/${connector.id}`, { body: address, ifMatch: `"${connector.version}"` })
    },
    changes: [provisioningKey],
    onDone: () => {
      notify.done(t('connectors.saved'))
      onClose()
    },
  })
  const generate = () => form.set('secret', btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replace(/=+$/, ''))
  return (
    <FormDrawer title={t(isNew ? 'connectors.add' : 'connectors.change')} intro={t('connectors.drawerText')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {isNew && <SelectField field={form.field('for')} label={labels.for} hint={t('connectors.forHint')} choices={places} />}
        {form.values.for.endsWith('/product') && <TextField field={form.field('productId')} label={labels.productId} hint={t('connectors.productHint')} autoComplete="off" maxLength={40} />}
        <TextField field={form.field('url')} label={labels.url} hint={t('connectors.urlHint')} type="url" autoComplete="off" maxLength={2000} />
        <TextField field={form.field('secret')} label={labels.secret} hint={t(isNew ? 'connectors.secretHint' : 'connectors.secretKept')} autoComplete="off" maxLength={200} />
        <div>
          <Button size="small" onClick={generate}>
            {t('connectors.generate')}
          </Button>
        </div>
      </Form>
    </FormDrawer>
  )
}

/** `cloud service`, `cloud/product`, or one word for the whole installation. */
function usePlaces(): Choice[] {
  const { t } = useText()
  const localName = useLocalName()
  const clouds = useQuery(cloudsQuery).data?.items ?? []
  return [
    { value: everything, label: t('connectors.everything') },
    ...clouds.flatMap(({ id, name, services }) => [
      ...services.map((service) => ({ value: `${id} ${service.id}`, label: `${localName(name)}: ${localName(service.name)}` })),
      { value: `${id}/product`, label: `${localName(name)}: ${t('connectors.oneProduct')}` },
    ]),
  ]
}

function placeOf(place: string, productId: string) {
  if (place === everything) return { cloud: null, serviceId: null, productId: null }
  if (place.endsWith('/product')) return { cloud: place.slice(0, -'/product'.length), serviceId: null, productId }
  const [cloud = '', serviceId = ''] = place.split(' ')
  return { cloud, serviceId, productId: null }
}
