import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SharedBy } from '../../../src/domain/relationship-requests/decide.ts'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { messageQuery, requestKey, requestQuery, requestsKey, type Draft, type RelationshipRequest } from '../parts/request-api.ts'
import { useLeaveGuard } from '../parts/use-leave-guard.tsx'
import { LetterDesk } from './LetterDesk.tsx'
import { useLetter } from './use-letter.ts'

/** Review, edit and send the letter of a tracked request [S0.14-20]. Each way of taking it out makes the request shared (decision 3). */
export function RequestDraftForm({ request, draft, etag }: { request: RelationshipRequest; draft: Draft; etag: string }) {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const notify = useNotify()
  const follow = useFollow()
  const queryClient = useQueryClient()
  const letter = useLetter(draft, request.version, cloud.draftEditing)
  const message = useQuery(messageQuery(request.id, request.version))
  const isKept = useRef(false)
  const guard = useLeaveGuard(() => letter.isChanged && !isKept.current)

  const save = useAct({
    send: (ifMatch: string) => api.patch(`/relationship-requests/${request.id}/draft`, { body: { subject: letter.subject.trim(), text: letter.text }, ifMatch }),
    changes: [requestKey(request.id)],
    onDone: () => {
      letter.settle()
      isKept.current = true
    },
  })
  const share = useAct({
    send: (by: SharedBy, idempotencyKey) => api.post(`/relationship-requests/${request.id}/sharing`, { body: { by }, idempotencyKey }),
    changes: [requestKey(request.id), requestsKey],
  })

  /** The server checks what leaves: changed words are kept first, then what it kept is taken out. */
  const keep = async () => {
    if (letter.isChanged) await save.mutateAsync(etag)
    const current = await queryClient.ensureQueryData(requestQuery(request.id))
    return queryClient.ensureQueryData(messageQuery(request.id, current.value.version))
  }

  return (
    <>
      {guard}
      <LetterDesk
        letter={letter}
        fileName={`${request.named.domain ?? 'request'}.eml`}
        message={letter.isChanged ? null : (message.data ?? null)}
        keep={keep}
        isBusy={save.isPending || share.isPending}
        onShared={(by) => share.mutateAsync(by)}
        onSave={() => save.mutateAsync(etag).then(() => notify.done(t('requests.draft.saved')))}
        onDone={() => {
          notify.done(t('requests.draft.doneTitle'), t('requests.draft.doneText'))
          follow(paths.partner.requests)
        }}
      />
    </>
  )
}
