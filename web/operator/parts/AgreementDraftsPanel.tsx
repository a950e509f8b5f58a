import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { draftsQuery, operatorKey, type AgreementDraftView } from './operator-api.ts'
import { useCloudName } from './use-cloud-name.ts'

/** Agreements that are being written; nobody but operators sees them. Absent while there is none. */
export function AgreementDraftsPanel() {
  const { t } = useText()
  const formats = useFormats()
  const cloudName = useCloudName()
  const drafts = useQuery(draftsQuery).data?.items ?? []
  if (drafts.length === 0) return null
  return (
    <Panel title={t('console.drafts')}>
      <KeyValueList
        items={drafts.map((draft) => {
          const name = `${cloudName(draft.cloud)}, ${draft.country ? formats.country(draft.country) : t('operator.everyCountry')}`
          return { key: t('console.draftOf', { version: draft.version }), value: <DraftLine key={draft.id} draft={draft} name={name} /> }
        })}
      />
    </Panel>
  )
}

function DraftLine({ draft, name }: { draft: AgreementDraftView; name: string }) {
  const { t } = useText()
  const notify = useNotify()
  const discard = useAct({
    send: () => api.delete(`/operator/agreement-drafts/${draft.id}`, { ifMatch: `"${draft.version}"` }),
    changes: [operatorKey],
    onDone: () => notify.done(t('console.draftDiscarded')),
  })
  return (
    <>
      <TextLink href={paths.operator.agreementDraft(draft.id)}>{name}</TextLink> · <DateText at={draft.changedAt} as="dateTime" />
      <Acts>
        <Button size="small" disabledFocusable={discard.isPending} aria-label={t('console.discardWhat', { name })} onClick={() => discard.mutate()}>
          {t('console.discard')}
        </Button>
      </Acts>
    </>
  )
}
