import type { WayOut } from '../../../src/http/portal/sign-in-provider.ts'
import { api } from '../api/api.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { TextField } from '../ui/FormField.tsx'
import { Stack } from '../ui/Stack.tsx'
import { TextLink } from '../ui/TextLink.tsx'
import { DoorCard } from './DoorCard.tsx'

/** To the organization's own provider: a navigation, not a form post (decision 21). */
export function OrganizationSignInPage() {
  const { t } = useText()
  const doors = useDoors()
  const form = useForm({ initial: { organization: '' }, labels: { organization: t('provider.organization') }, required: ['organization'] })
  const act = useAct({
    send: () => api.post<WayOut>('/outside-sign-ins', { body: { organization: form.values.organization.trim() }, whenSignedOut: 'throw' }),
    onDone: ({ location: address }) => location.assign(address),
  })
  return (
    <DoorCard title={t('provider.signIn')} intro={t('provider.signInText')}>
      <Stack>
        <Form form={form} act={act} isWide onSubmit={() => act.mutate()} submitLabel={t('provider.goOn')}>
          <TextField field={form.field('organization')} label={t('provider.organization')} hint={t('provider.organizationHint')} autoComplete="username" maxLength={320} />
        </Form>
        <TextLink href={doors.signIn}>{t('signIn.backToSignIn')}</TextLink>
      </Stack>
    </DoorCard>
  )
}
