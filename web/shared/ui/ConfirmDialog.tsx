import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { FocusReturn } from './FocusReturn.tsx'
import { ProblemBanner } from './ProblemBanner.tsx'
import type { ProblemView } from './problem-view.ts'

const useStyles = makeStyles({
  surface: { maxWidth: 'min(600px, calc(100vw - 32px))' },
  content: { paddingBottom: '12px' },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
})

export type ConfirmDialogProps = {
  isOpen: boolean
  title: string
  /** What will happen, and what will not. */
  children: ReactNode
  confirmLabel: string
  /** Ends or removes something. */
  isDangerous?: boolean
  /** Why it cannot be confirmed now; the button stays visible and says so. */
  blockedBecause?: string | undefined
  isWorking?: boolean
  problem?: ProblemView | null | undefined
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before an act. The act's own refusal appears inside, never also as a toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const styles = useStyles()
  const { t } = useText()
  const { isWorking = false, blockedBecause } = props
  // A closed Dialog of Fluent already puts stops for the keyboard on the page, hidden ones that lead nowhere.
  if (!props.isOpen) return null
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && !isWorking && props.onCancel()}>
      <DialogSurface className={styles.surface}>
        <FocusReturn />
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <ProblemBanner problem={props.problem} />
            {props.children}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="secondary" disabled={isWorking} onClick={props.onCancel}>
              {t('shell.cancel')}
            </Button>
            <Button
              appearance="primary"
              className={mergeClasses(props.isDangerous && !blockedBecause && styles.danger)}
              disabledFocusable={isWorking || blockedBecause !== undefined}
              title={blockedBecause}
              icon={isWorking ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
              onClick={props.onConfirm}
            >
              {props.confirmLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
