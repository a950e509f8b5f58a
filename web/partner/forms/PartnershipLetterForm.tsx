import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SharedBy } from '../../../src/domain/relationship-requests/decide.ts'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnershipKey, partnershipMessageQuery, partnershipQuery, partnershipsKey, type Partnership } from '../parts/partnership-api.ts'
import type { Draft } from '../parts/request-api.ts'
import { useLeaveGuard } from '../parts/use-leave-guard.tsx'
import { LetterDesk } from './LetterDesk.tsx'
import { useLetter } from './use-letter.ts'

/** Review, edit and send the letter to a reseller; each way of taking it out makes the request shared. */
export function PartnershipLetterForm({ partnership, draft, etag }: { partnership: Partnership; draft: Draft; etag: string }) {
  const { t } = useText()
  const notify = useNotify()
  const follow = useFollow()
  const queryClient = useQueryClient()
  const { id, version } = partnership
  const letter = useLetter(draft, version, 'allButLink')
  const message = useQuery(partnershipMessageQuery(id, version))
  const isKept = useRef(false)
  const guard = useLeaveGuard(() => letter.isChanged && !isKept.current)

  const save = useAct({
    send: (ifMatch: string) => api.patch(`/partnerships/${id}/draft`, { body: { subject: letter.subject.trim(), text: letter.text }, ifMatch }),
    changes: [partnershipKey(id)],
    onDone: () => {
      letter.settle()
      isKept.current = true
    },
  })
  const share = useAct({
    send: (by: SharedBy, idempotencyKey) => api.post(`/partnerships/${id}/sharing`, { body: { by }, idempotencyKey }),
    changes: [partnershipKey(id), partnershipsKey],
  })

  /** The server checks what leaves: changed words are kept first, then what it kept is taken out. */
  const keep = async () => {
    if (letter.isChanged) await save.mutateAsync(etag)
    const current = await queryClient.ensureQueryData(partnershipQuery(id))
    return queryClient.ensureQueryData(partnershipMessageQuery(id, current.value.version))
  }

  return (
    <>
      {guard}
      <LetterDesk
        letter={letter}
        fileName="partnership.eml"
        message={letter.isChanged ? null : (message.data ?? null)}
        keep={keep}
        isBusy={save.isPending || share.isPending}
        onShared={(by) => share.mutateAsync(by)}
        onSave={() => save.mutateAsync(etag).then(() => notify.done(t('requests.draft.saved')))}
        onDone={() => {
          notify.done(t('partnerships.letterDone'), t('partnerships.letterDoneText'))
          follow(paths.partner.indirectResellers)
        }}
      />
    </>
  )
}
