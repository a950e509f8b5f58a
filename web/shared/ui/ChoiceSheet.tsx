import { makeStyles, tokens } from '@fluentui/react-components'
import { useLayoutEffect, useRef } from 'react'
import type { Sheet } from './use-sheet.ts'

const useStyles = makeStyles({
  // In the top layer, so that no panel or table cuts it off; its place is the button's, in the page, so that it scrolls along.
  sheet: {
    position: 'absolute',
    inset: 'auto',
    margin: 0,
    boxSizing: 'border-box',
    width: 'max-content',
    maxWidth: 'min(360px, calc(100vw - 32px))',
    padding: '6px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
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
    '&[aria-disabled="true"]': { color: tokens.colorNeutralForeground3, cursor: 'not-allowed', backgroundColor: 'transparent' },
  },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

export type Choice = {
  key: string
  label: string
  hint?: string | undefined
  /** It stands there and can be read, and does nothing; the hint says why. */
  isBlocked?: boolean
  onChoose: () => void
}

type ChoiceSheetProps = {
  label: string
  sheet: Pick<Sheet, 'button' | 'close'>
  choices: readonly Choice[]
}

/** What a button offers, one below the other. Shown while its sheet is open. */
export function ChoiceSheet({ label, sheet: { button, close }, choices }: ChoiceSheetProps) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const stand = () => standBy(place.current!, button.current!)
    place.current!.showPopover()
    stand()
    window.addEventListener('resize', stand)
    return () => window.removeEventListener('resize', stand)
  }, [button])
  const choose = ({ isBlocked, onChoose }: Choice) => {
    if (isBlocked) return
    close()
    onChoose()
  }
  return (
    <div ref={place} popover="manual" role="group" aria-label={label} className={styles.sheet}>
      {choices.map((choice) => (
        <button key={choice.key} type="button" className={styles.choice} aria-disabled={choice.isBlocked} onClick={() => choose(choice)}>
          {choice.label}
          {choice.hint !== undefined && <span className={styles.hint}>{choice.hint}</span>}
        </button>
      ))}
    </div>
  )
}

/** Below the button, or above it where the window ends; never beyond the edges of a narrow one. */
function standBy(sheet: HTMLElement, button: HTMLElement): void {
  const gap = 6
  const edge = 16
  const { top, bottom, right } = button.getBoundingClientRect()
  const { width, height } = sheet.getBoundingClientRect()
  const isAbove = bottom + gap + height > window.innerHeight && top - gap - height > 0
  const left = Math.max(edge, Math.min(right - width, document.documentElement.clientWidth - width - edge))
  sheet.style.top = `${window.scrollY + (isAbove ? top - gap - height : bottom + gap)}px`
  sheet.style.left = `${window.scrollX + left}px`
}
