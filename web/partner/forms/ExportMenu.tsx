import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useImperativeHandle, type Ref } from 'react'
import type { Query } from '../../shared/api/client.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ChoiceSheet } from '../../shared/ui/ChoiceSheet.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useSheet } from '../../shared/ui/use-sheet.ts'
import { useExportBlocked } from './use-export-blocked.ts'
import type { ListExportState } from './use-list-export.ts'

type ExportMenuProps = {
  exporting: Pick<ListExportState, 'area' | 'rows' | 'start'>
  /** Takes the focus when an export is over. */
  ref?: Ref<{ focus: () => void }>
  /** What narrows and orders the list that is shown. */
  shown: Query
}

/** A list as a file: what is shown, or all of it [S4.L6.3]. */
export function ExportMenu({ ref, shown, exporting: { area, rows, start } }: ExportMenuProps) {
  const { t } = useText()
  const blocked = useExportBlocked(area)
  const sheet = useSheet()
  const { isOpen, toggle, place, button, onKeyDown } = sheet
  useImperativeHandle(ref, () => ({ focus: () => button.current?.focus() }), [button])
  const choices = [
    { key: 'shown', label: t(`${area}.shown`), hint: t(`${area}.shownHint`), onChoose: () => start(shown) },
    { key: 'all', label: t(`${area}.all`), hint: t(`${area}.allHint`), onChoose: () => start({}) },
  ]
  if (blocked !== undefined) {
    return (
      <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={blocked}>
        {t(`${area}.export`)}
      </GuardedButton>
    )
  }
  return (
    <div ref={place} onKeyDown={onKeyDown}>
      <Button ref={button} icon={<ArrowDownloadRegular />} aria-expanded={isOpen} disabledFocusable={rows !== null} onClick={toggle}>
        {t(`${area}.export`)}
      </Button>
      {isOpen && <ChoiceSheet label={t(`${area}.export`)} sheet={sheet} choices={choices} />}
    </div>
  )
}
