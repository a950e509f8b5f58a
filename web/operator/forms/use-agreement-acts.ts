import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { operatorKey, type AgreementDraftView } from '../parts/operator-api.ts'

/** What goes out, as a draft or as a version. */
export type AgreementBody = { cloud: string; country: string | null; mustSignAgain: boolean; texts: readonly { language: string; title: string; body: string }[] }

const drafts = '/operator/agreement-drafts'

/** Keeping a customer agreement for later, and publishing it. A draft that is published is saved first, so that nothing of it is lost. */
export function useAgreementActs(draft: AgreementDraftView | undefined, bodyOf: () => { draft: AgreementBody; version: AgreementBody }) {
  const { t } = useText()
  const follow = useFollow()
  const notify = useNotify()
  const keep = (body: AgreementBody, idempotencyKey: string) =>
    draft ? api.put<AgreementDraftView>(`${drafts}/${draft.id}`, { body, ifMatch: `"${draft.version}"` }) : api.post<AgreementDraftView>(drafts, { body, idempotencyKey })
  const save = useAct({
    send: (_: void, idempotencyKey) => keep(bodyOf().draft, idempotencyKey),
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('console.draftSaved'))
      follow(paths.operator.agreements)
    },
  })
  const publish = useAct({
    send: async (_: void, idempotencyKey) => {
      const body = bodyOf().version
      if (!draft) return api.post('/operator/agreement-versions', { body, idempotencyKey })
      const saved = await keep(body, idempotencyKey)
      return api.post(`${drafts}/${draft.id}/publication`, { idempotencyKey, body: { version: saved.version } })
    },
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('operator.published'))
      follow(paths.operator.agreements)
    },
  })
  return { save, publish }
}
