import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { RemoveMailBlockDialog } from '../forms/RemoveMailBlockDialog.tsx'
import type { MailBlockRow } from './operator-api.ts'

export function useMailBlockColumns(): readonly Column<MailBlockRow>[] {
  const { t } = useText()
  return [
    { id: 'domain', header: t('mailBlocks.domain'), isTitle: true, cell: ({ domain }) => domain },
    { id: 'kind', header: t('mailBlocks.kind'), cell: ({ kind }) => t(`mailBlocks.kind.${kind}`) },
    { id: 'source', header: t('mailBlocks.source'), cell: ({ source }) => t(`mailBlocks.source.${source}`) },
    { id: 'sender', header: t('mailBlocks.sender'), cell: ({ sender }) => (sender === null ? t('mailBlocks.everybody') : (sender.name ?? t('mailBlocks.unknownSender'))) },
    { id: 'since', header: t('mailBlocks.since'), cell: ({ since }) => <DateText at={since} as="dateTime" /> },
  ]
}

/** What the arrow of the list opens: why, and the way back. */
export function MailBlockDetails({ block }: { block: MailBlockRow }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  return (
    <Stack>
      <KeyValueList items={[{ key: t('mailBlocks.kind'), value: t(`mailBlocks.kind.${block.kind}`) }, block.reason !== null && { key: t('mailBlocks.reason'), value: block.reason }]} />
      <Acts>
        <Button size="small" onClick={() => setAsking(true)}>
          {t('mailBlocks.remove')}
        </Button>
      </Acts>
      {isAsking && <RemoveMailBlockDialog block={block} onClose={() => setAsking(false)} />}
    </Stack>
  )
}
