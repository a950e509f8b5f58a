import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { CredentialsView, type ShownCredentials } from './CredentialsView.tsx'

/** Closed by its button only: a slip would lose what nobody can show again. */
export function CredentialsDialog({ title, credentials, onDone }: { title: string; credentials: ShownCredentials; onDone: () => void }) {
  const { t } = useText()
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <Stack>
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{t('newCustomer.onlyOnce')}</MessageBarBody>
              </MessageBar>
              <CredentialsView credentials={credentials} />
            </Stack>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onDone}>
              {t('newCustomer.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
