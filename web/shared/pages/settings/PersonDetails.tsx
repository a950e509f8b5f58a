import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useCan } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { capitalized } from '../../language/capitalized.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { ErasePersonDialog } from '../personal-data/ErasePersonDialog.tsx'
import { useTakePersonalData } from '../personal-data/use-take-personal-data.ts'
import { UserLicenses } from '../licenses/UserLicenses.tsx'
import { DisablePersonDialog } from './DisablePersonDialog.tsx'
import { RemovePersonDialog } from './RemovePersonDialog.tsx'
import { RemoveSecondFactorDialog } from './RemoveSecondFactorDialog.tsx'
import { ResetPasswordDialog } from './ResetPasswordDialog.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'
import { useMailText } from './use-mail-text.ts'
import { usePersonBlocked } from './use-person-blocked.ts'
import { RoleExplanations } from './RoleExplanations.tsx'

/** What the arrow of the list opens: the person whole, and what can be done. */
export function PersonDetails({ person, onEdit }: { person: PersonRow; onEdit: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('users.mail'), value: <MailOfPerson person={person} /> },
          { key: t('users.userPrincipalName'), value: <CopyableId id={person.userPrincipalName} what={t('settings.theUserName')} /> },
          { key: t('settings.personId'), value: <CopyableId id={person.id} what={t('settings.thePersonId')} /> },
          { key: t('users.usageLocation'), value: person.usageLocation ? formats.country(person.usageLocation) : t('settings.notGiven') },
          { key: t('users.language'), value: person.language ? capitalized(formats.language(person.language)) : t('shell.unknown') },
          { key: t('users.lastSignIn'), value: person.lastSignInAt ? <DateText at={person.lastSignInAt} as="deadline" /> : t('shell.never') },
          { key: t('users.mayDo'), value: <RoleExplanations roles={person.roles} /> },
        ]}
      />
      <UserLicenses person={person} />
      <PersonActs person={person} onEdit={onEdit} />
    </Stack>
  )
}

/** The address, and whether letters reach it. */
function MailOfPerson({ person: { mail, mailUndeliverableSince, isReachable, status } }: { person: PersonRow }) {
  const { t } = useText()
  const formats = useFormats()
  if (mail === null) return t('settings.notGiven')
  return (
    <>
      {mail}
      {mailUndeliverableSince !== null && <QuietText>{t('users.mailUndeliverable', { at: formats.deadline(mailUndeliverableSince) })}</QuietText>}
      {!isReachable && status === 'invited' && <QuietText>{t('users.mailNotReachable')}</QuietText>}
    </>
  )
}

function PersonActs({ person, onEdit }: { person: PersonRow; onEdit: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const mailText = useMailText()
  const can = useCan()
  const side = usePeopleSide()
  const { state: file, take } = useTakePersonalData()
  const [asks, setAsks] = useState<'disable' | 'remove' | 'removeSecondFactor' | 'resetPassword' | 'erase' | null>(null)
  const { displayName: name } = person
  const enable = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/people/${person.id}/enabling`, { idempotencyKey }),
    changes: [side.key],
    onDone: () => notify.done(t('users.enabled', { name })),
  })
  const resend = useAct({
    send: (_: void, idempotencyKey) => api.post<PersonRow>(`/people/${person.id}/invitation`, { idempotencyKey }),
    changes: [side.key],
    onDone: ({ isReachable }) => (isReachable ? notify.done(t('users.resent', { name }), mailText) : notify.failed(t('users.mailNotReachable'), t('users.notReachable'))),
  })
  const signOut = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/people/${person.id}/sign-out`, { idempotencyKey }),
    changes: [side.key],
    onDone: () => notify.done(t('users.signedOut', { name })),
  })
  const failed = enable.error ?? resend.error ?? signOut.error
  const blocked = usePersonBlocked(person)
  return (
    <div>
      <ProblemBanner problem={failed && describeProblem(failed, texts)} />
      <Acts>
        <GuardedButton size="small" blockedBecause={blocked('update')} onClick={onEdit}>
          {t('users.editRoles')}
        </GuardedButton>
        {side.isOwn && person.status === 'invited' && (
          <GuardedButton size="small" blockedBecause={blocked('resendInvitation')} disabledFocusable={resend.isPending} onClick={() => resend.mutate()}>
            {t('users.resend')}
          </GuardedButton>
        )}
        {person.status === 'disabled' ? (
          <GuardedButton size="small" blockedBecause={blocked('enable')} disabledFocusable={enable.isPending} onClick={() => enable.mutate()}>
            {t('users.enable')}
          </GuardedButton>
        ) : (
          <GuardedButton size="small" blockedBecause={blocked('disable')} onClick={() => setAsks('disable')}>
            {t('users.disable')}
          </GuardedButton>
        )}
        <GuardedButton size="small" blockedBecause={blocked('resetPassword')} onClick={() => setAsks('resetPassword')}>
          {t('users.reset')}
        </GuardedButton>
        {person.status === 'active' && (
          <GuardedButton size="small" blockedBecause={blocked('endSessions')} disabledFocusable={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('users.signOut')}
          </GuardedButton>
        )}
        {side.isOwn && (person.hasTotp || person.hasPasskey) && (
          <GuardedButton size="small" blockedBecause={blocked('removeSecondFactor')} onClick={() => setAsks('removeSecondFactor')}>
            {t('users.removeSecondFactor')}
          </GuardedButton>
        )}
        <GuardedButton size="small" blockedBecause={blocked('remove')} onClick={() => setAsks('remove')}>
          {t('users.remove')}
        </GuardedButton>
        {side.isOwn && can('person.erase') && (
          <>
            <GuardedButton size="small" blockedBecause={undefined} onClick={() => take(`/people/${person.id}/personal-data`, {})}>
              {t('personalData.take')}
            </GuardedButton>
            <GuardedButton size="small" blockedBecause={blocked('remove')} onClick={() => setAsks('erase')}>
              {t('personalData.erase')}
            </GuardedButton>
          </>
        )}
      </Acts>
      <FileExportProgress state={file} onCancel={file.cancel} />
      {asks === 'erase' && <ErasePersonDialog person={person} onClose={() => setAsks(null)} />}
      {asks === 'resetPassword' && <ResetPasswordDialog person={person} onClose={() => setAsks(null)} />}
      {asks === 'remove' && <RemovePersonDialog person={person} onClose={() => setAsks(null)} />}
      {asks === 'disable' && <DisablePersonDialog person={person} onClose={() => setAsks(null)} />}
      {asks === 'removeSecondFactor' && <RemoveSecondFactorDialog person={person} onClose={() => setAsks(null)} />}
    </div>
  )
}
