import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useImperativeHandle, type Ref } from 'react'
import type { Query } from '../../shared/api/client.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useSheet } from '../../shared/ui/use-sheet.ts'
import { useExportBlocked } from './use-export-blocked.ts'

const useStyles = makeStyles({
  place: { position: 'relative', display: 'flex' },
  sheet: {
    position: 'absolute',
    zIndex: 3,
    top: 'calc(100% + 6px)',
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'calc(100vw - 32px)',
    padding: '6px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    // Where the header is one column, the button stands at its beginning.
    '@media (max-width: 700px)': { insetInlineEnd: 'auto', insetInlineStart: 0 },
  },
  choice: {
    display: 'block',
    width: '100%',
    padding: '8px 12px',
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

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
  const styles = useStyles()
  const { t } = useText()
  const blocked = useExportBlocked()
  const { isOpen, toggle, close, place, button, onKeyDown } = useSheet()
  useImperativeHandle(ref, () => ({ focus: () => button.current?.focus() }), [button])
  const choices = [
    { query: shown, label: t('customerExport.shown'), hint: t('customerExport.shownHint') },
    { query: {}, label: t('customerExport.all'), hint: t('customerExport.allHint') },
  ]
  const choose = (query: Query) => {
    close()
    onExport(query)
  }
  if (blocked !== undefined) {
    return (
      <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={blocked}>
        {t('customerExport.export')}
      </GuardedButton>
    )
  }
  return (
    <div ref={place} className={styles.place} onKeyDown={onKeyDown}>
      <Button ref={button} icon={<ArrowDownloadRegular />} aria-expanded={isOpen} disabledFocusable={isRunning} onClick={toggle}>
        {t('customerExport.export')}
      </Button>
      {isOpen && (
        <div role="group" aria-label={t('customerExport.export')} className={styles.sheet}>
          {choices.map(({ query, label, hint }) => (
            <button key={label} type="button" className={styles.choice} onClick={() => choose(query)}>
              {label}
              <span className={styles.hint}>{hint}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
