import { useBlocker } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'

/** Asks before unsaved words are left behind; a change of filters or of the fragment leaves nothing. */
export function useLeaveGuard(hasUnsaved: () => boolean, texts?: { title: string; text: string; leave: string }): ReactNode {
  const { t } = useText()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasUnsaved(),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmDialog isOpen isDangerous title={texts?.title ?? t('requests.draft.leaveTitle')} confirmLabel={texts?.leave ?? t('requests.draft.leave')} onConfirm={blocker.proceed} onCancel={blocker.reset}>
      {texts?.text ?? t('requests.draft.leaveText')}
    </ConfirmDialog>
  )
}
