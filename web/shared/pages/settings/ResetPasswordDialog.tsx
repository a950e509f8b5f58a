import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { CredentialsDialog } from './CredentialsDialog.tsx'
import type { IssuedPerson, PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'

/** A temporary password in the place of the person's own. */
export function ResetPasswordDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const side = usePeopleSide()
  const [issued, setIssued] = useState<IssuedPerson | null>(null)
  const { displayName: name, userPrincipalName } = person
  const reset = useAct({
    send: (_: void, idempotencyKey) => api.post<IssuedPerson>(`${side.base}/people/${person.id}/password-reset`, { idempotencyKey }),
    changes: [side.key],
    onDone: setIssued,
  })
  if (issued) return <CredentialsDialog title={t('users.resetDone', { name })} credentials={{ ...issued.credentials, userPrincipalName }} onDone={onClose} />
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('users.resetTitle', { name })}
      confirmLabel={t('users.reset')}
      isWorking={reset.isPending}
      problem={reset.error && !reset.isPending ? describeProblem(reset.error, texts) : null}
      onConfirm={() => reset.mutate()}
      onCancel={onClose}
    >
      <BulletList items={[t('users.resetEnds'), t('users.resetShownOnce'), t('users.resetKeeps')]} />
    </ConfirmDialog>
  )
}
