import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnClosure } from '../../../../src/http/portal/tenant-closure.ts'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { sessionQuery, useSignedIn } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useFileExport } from '../../export/use-file-export.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { evidenceShapes } from '../evidence/evidence-shapes.ts'
import { Loaded } from '../../portal/Loaded.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { Stack } from '../../ui/Stack.tsx'

const closureQuery = queryOptions({ queryKey: ['tenant', 'closure'], queryFn: ({ signal }) => api.get<OwnClosure>('/tenant/closure', { signal }), staleTime: 0 })

/** Names what has to end before; otherwise asks for the name of the organization, because there is no way back. */
export function CloseOrganizationDialog({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const queryClient = useQueryClient()
  const { tenant } = useSignedIn()
  const preview = useQuery(closureQuery)
  const [typed, setTyped] = useState('')
  const act = useAct({
    send: (name: string, idempotencyKey) => api.post('/tenant/closure', { body: { name }, idempotencyKey }),
    // The session has ended with the organization; the door says so.
    onDone: () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  const file = useFileExport()
  const lines = useBlockers(preview.data)
  const isBlocked = lines.length > 0
  const isSame = typed.trim() === preview.data?.name
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('closure.ask', { name: tenant.name })}
      confirmLabel={t('closure.confirm')}
      isWorking={act.isPending}
      problem={act.error && describeProblem(act.error, texts)}
      blockedBecause={preview.data ? (isBlocked ? t('closure.before') : isSame ? undefined : t('closure.name')) : t('shell.loading')}
      onConfirm={() => act.mutate(typed.trim())}
      onCancel={onClose}
    >
      <Loaded isPart query={preview}>
        {({ people, name }) => (
          <Stack>
            {isBlocked ? (
              <div>
                <strong>{t('closure.before')}</strong>
                <BulletList items={lines} />
              </div>
            ) : (
              <>
                <BulletList items={[t('closure.people', { people }), t('closure.links'), t('closure.stays'), t('closure.forEver')]} />
                <div>
                  <Button size="small" icon={<ArrowDownloadRegular />} disabledFocusable={file.bytes !== null} onClick={() => file.bytes === null && file.start({ ...evidenceShapes.html, name: t('evidence.file') })}>
                    {t('closure.evidence')}
                  </Button>
                </div>
                <FileExportProgress state={file} onCancel={file.cancel} />
                <TextField label={t('closure.name')} hint={t('closure.nameHint', { name })} maxLength={400} field={{ id: 'closure-name', name: 'name', value: typed, onChange: setTyped }} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </ConfirmDialog>
  )
}

/** What has to end before, and who ends it. */
function useBlockers(preview: OwnClosure | undefined): string[] {
  const { t } = useText()
  const formats = useFormats()
  if (!preview) return []
  return [
    ...(preview.isOperator ? [t('closure.operator')] : []),
    ...preview.partners.flatMap(({ name, isRelated, services }) => [
      ...(isRelated ? [t('closure.relationship', { name })] : []),
      ...(services.length > 0 ? [t('closure.privileges', { name, services: formats.list(services) })] : []),
    ]),
    ...preview.partnerships.first.map(({ partnerName }) => t('closure.partnership', { name: partnerName })),
    ...(preview.partnerships.count > preview.partnerships.first.length ? [t('closure.morePartnerships', { count: preview.partnerships.count - preview.partnerships.first.length })] : []),
    ...(preview.customers > 0 ? [t('closure.customers', { count: preview.customers })] : []),
  ]
}
