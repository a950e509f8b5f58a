import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, OverlayDrawer } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { FocusReturn } from './FocusReturn.tsx'
import { QuietText, Stack } from './Stack.tsx'

const useStyles = makeStyles({
  drawer: { width: '560px', maxWidth: '100vw' },
  body: { paddingBottom: '32px' },
})

export type FormDrawerProps = {
  title: string
  intro?: ReactNode
  /** Shows what nobody can show again: only a button inside closes it. */
  isKept?: boolean
  onClose: () => void
  children: ReactNode
}

/** A form beside the list it belongs to. A slip of the mouse does not lose what was typed: only the buttons and Escape close it. */
export function FormDrawer({ title, intro, isKept = false, onClose, children }: FormDrawerProps) {
  const styles = useStyles()
  const { t } = useText()
  const onOpenChange = (_event: unknown, { open, type }: { open: boolean; type: string }) => {
    if (!open && !isKept && type !== 'backdropClick') onClose()
  }
  return (
    <OverlayDrawer open position="end" className={styles.drawer} onOpenChange={onOpenChange}>
      <FocusReturn />
      <DrawerHeader>
        <DrawerHeaderTitle action={isKept ? undefined : <Button appearance="subtle" aria-label={t('shell.close')} icon={<DismissRegular />} onClick={onClose} />}>{title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <Stack>
          {intro && <QuietText>{intro}</QuietText>}
          {children}
        </Stack>
      </DrawerBody>
    </OverlayDrawer>
  )
}
