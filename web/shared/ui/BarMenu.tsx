import { Button, makeStyles, tokens, type ButtonProps } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useSheet } from './use-sheet.ts'

const useStyles = makeStyles({
  place: { position: 'relative', flexShrink: 0 },
  sheet: {
    position: 'absolute',
    insetInlineEnd: 0,
    top: 'calc(100% + 6px)',
    boxSizing: 'border-box',
    minWidth: '240px',
    maxWidth: 'min(300px, calc(100vw - 24px))',
    padding: '6px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
  },
  item: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    width: '100%',
    minHeight: '34px',
    padding: '0 10px',
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  mark: { width: '20px', fontSize: '16px', flexShrink: 0, display: 'inline-flex' },
})

/** The look of a link or button inside the sheet. */
export function useBarMenuItem(): string {
  return useStyles().item
}

type BarMenuProps = {
  label: string
  icon: ButtonProps['icon']
  buttonClassName: string
  /** Gets the function that closes the sheet again. */
  children: (close: () => void) => ReactNode
}

/** A button of the bar and the sheet below it: the next stop of the keyboard, closed by Escape and by leaving. */
export function BarMenu({ label, icon, buttonClassName, children }: BarMenuProps) {
  const styles = useStyles()
  const { isOpen, toggle, close, place, button, onKeyDown } = useSheet()

  return (
    <div ref={place} className={styles.place} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        className={buttonClassName}
        appearance="transparent"
        icon={icon}
        aria-label={label}
        aria-expanded={isOpen}
        title={label}
        onClick={toggle}
      />
      {isOpen && (
        <div role="group" aria-label={label} className={styles.sheet}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

type BarChoiceProps = { isChosen: boolean; lang?: string; onChoose: () => void; children: ReactNode }

/** One of several, the chosen one with a tick. */
export function BarChoice({ isChosen, lang, onChoose, children }: BarChoiceProps) {
  const styles = useStyles()
  return (
    <button type="button" lang={lang} aria-pressed={isChosen} className={styles.item} onClick={onChoose}>
      <span className={styles.mark}>{isChosen && <CheckmarkRegular aria-hidden="true" />}</span>
      {children}
    </button>
  )
}
