import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useImperativeHandle, type Ref } from 'react'
import type { Query } from '../../shared/api/client.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ChoiceSheet } from '../../shared/ui/ChoiceSheet.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useSheet } from '../../shared/ui/use-sheet.ts'
import { useExportBlocked } from './use-export-blocked.ts'

type ExportCustomersMenuProps = {
  /** Takes the focus when an export is over. */
  ref?: Ref<{ focus: () => void }>
  /** What narrows and orders the list that is shown. */
  shown: Query
  isRunning: boolean
  onExport: (query: Query) => void
}

/** The list as a file: what is shown, or all of it [S4.L6.3]. */
export function ExportCustomersMenu({ ref, shown, isRunning, onExport }: ExportCustomersMenuProps) {
  const { t } = useText()
  const blocked = useExportBlocked()
  const sheet = useSheet()
  const { isOpen, toggle, place, button, onKeyDown } = sheet
  useImperativeHandle(ref, () => ({ focus: () => button.current?.focus() }), [button])
  const choices = [
    { key: 'shown', label: t('customerExport.shown'), hint: t('customerExport.shownHint'), onChoose: () => onExport(shown) },
    { key: 'all', label: t('customerExport.all'), hint: t('customerExport.allHint'), onChoose: () => onExport({}) },
  ]
  if (blocked !== undefined) {
    return (
      <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={blocked}>
        {t('customerExport.export')}
      </GuardedButton>
    )
  }
  return (
    <div ref={place} onKeyDown={onKeyDown}>
      <Button ref={button} icon={<ArrowDownloadRegular />} aria-expanded={isOpen} disabledFocusable={isRunning} onClick={toggle}>
        {t('customerExport.export')}
      </Button>
      {isOpen && <ChoiceSheet label={t('customerExport.export')} sheet={sheet} choices={choices} />}
    </div>
  )
}
