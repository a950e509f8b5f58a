import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WayOut } from '../../../src/http/portal/sign-in-provider.ts'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import type { PersonInvitation } from '../api/types.ts'
import { useAct } from '../api/use-act.ts'
import { Form } from '../form/Form.tsx'
import { useLanguage, useText } from '../language/LanguageProvider.tsx'
import { isLanguage, languages } from '../language/languages.ts'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { SelectField, TextField } from '../ui/FormField.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../ui/Stack.tsx'
import { DoorCard } from './DoorCard.tsx'
import { usePasswordForm } from './password-form.ts'

/** A colleague has invited this person: who they are is known, the password is theirs to choose. */
export function AcceptPersonInvitation({ secret }: { secret: string }) {
  const texts = useText()
  const invitation = useQuery({
    queryKey: ['person-invitation'],
    queryFn: () => api.post<PersonInvitation>('/person-invitations/exchange', { body: { secret }, whenSignedOut: 'throw' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (invitation.isError) return <ErrorState problem={describeProblem(invitation.error, texts)} />
  if (!invitation.data) return <LoadingState />
  return <Acceptance secret={secret} invitation={invitation.data} />
}

/** The organization's own sign-in in place of a password. */
function JoinWithOrganization({ secret }: { secret: string }) {
  const texts = useText()
  const act = useAct({
    send: () => api.post<WayOut>('/outside-sign-ins', { body: { invitation: secret }, whenSignedOut: 'throw' }),
    onDone: ({ location: address }) => location.assign(address),
  })
  return (
    <Stack>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <Acts>
        <Button disabledFocusable={act.isPending} onClick={() => act.mutate()}>
          {texts.t('provider.join')}
        </Button>
      </Acts>
    </Stack>
  )
}

function Acceptance({ secret, invitation }: { secret: string; invitation: PersonInvitation }) {
  const { t } = useText()
  const doors = useDoors()
  const { language, choose } = useLanguage()
  const [isChosen, setChosen] = useState(false)
  const form = usePasswordForm()
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post('/person-invitations/acceptance', { body: { secret, password: form.values.password, language }, idempotencyKey, whenSignedOut: 'throw' }),
    onDone: () => setChosen(true),
  })

  if (isChosen) {
    return (
      <DoorCard key="done" title={t('signIn.invitationDone')}>
        <ButtonLink appearance="primary" href={doors.signIn}>
          {t('signIn.submit')}
        </ButtonLink>
      </DoorCard>
    )
  }
  const { displayName: name, tenantName: tenant, userPrincipalName } = invitation
  return (
    <DoorCard key="choose" title={t('signIn.invitationTitle', { name })} intro={t('signIn.invitationText', { tenant })}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t('signIn.choosePasswordSubmit')}>
        {/* Password managers need the user name in the same form. */}
        <TextField
          isReadOnly
          autoComplete="username"
          label={t('signIn.invitationUserName')}
          field={{ id: 'user-name', name: 'username', value: userPrincipalName, onChange: () => undefined, isRequired: true }}
        />
        <PasswordField isNew field={form.field('password')} label={t('signIn.choosePassword')} hint={t('signIn.choosePasswordHint')} />
        <PasswordField isNew field={form.field('repeated')} label={t('signIn.repeatPassword')} />
        <SelectField
          label={t('signIn.preferredLanguage')}
          field={{ id: 'language', name: 'language', value: language, isRequired: true, onChange: (tag) => void (isLanguage(tag) && choose(tag)) }}
          choices={Object.entries(languages).map(([value, { name: label }]) => ({ value, label }))}
        />
      </Form>
      {invitation.hasProvider && <JoinWithOrganization secret={secret} />}
    </DoorCard>
  )
}
