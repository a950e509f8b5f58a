import { ArrowDownloadRegular, DocumentRegular } from '@fluentui/react-icons'
import { useRef } from 'react'
import { useCan } from '../../api/session.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useFileExport } from '../../export/use-file-export.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { evidenceShapes } from './evidence-shapes.ts'

/** Everything the organization agreed to and everything done to it, as a file of its own. */
export function EvidencePanel() {
  const { t } = useText()
  const can = useCan()
  const state = useFileExport()
  const acts = useRef<HTMLDivElement>(null)
  const blocked = can('evidence.export') ? undefined : t('evidence.blocked')
  const isRunning = state.bytes !== null
  const take = (shape: keyof typeof evidenceShapes) => () => !isRunning && state.start({ ...evidenceShapes[shape], name: t('evidence.file') })
  const cancel = () => {
    state.cancel()
    acts.current?.querySelector('button')?.focus()
  }
  return (
    <Panel title={t('evidence.title')}>
      <Stack>
        <QuietText>{t('evidence.intro')}</QuietText>
        <QuietText>{t('evidence.check')}</QuietText>
        <div ref={acts}>
          <Acts>
            <GuardedButton icon={<DocumentRegular />} blockedBecause={blocked} disabledFocusable={isRunning} onClick={take('html')}>
              {t('evidence.page')}
            </GuardedButton>
            <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={blocked} disabledFocusable={isRunning} onClick={take('json')}>
              {t('evidence.json')}
            </GuardedButton>
          </Acts>
        </div>
        <FileExportProgress state={state} onCancel={cancel} />
      </Stack>
    </Panel>
  )
}
