import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TakesFocus } from '../../ui/TakesFocus.tsx'
import { CredentialsView, type ShownCredentials } from './CredentialsView.tsx'

/** What a form in a drawer answered, in the place of the form; the drawer is kept open until the button says that it was taken. */
export function CredentialsOnce({ credentials, onDone }: { credentials: ShownCredentials; onDone: () => void }) {
  const { t } = useText()
  return (
    <TakesFocus>
      <Stack>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('newCustomer.onlyOnce')}</MessageBarBody>
        </MessageBar>
        <CredentialsView credentials={credentials} />
        <div>
          <Button appearance="primary" onClick={onDone}>
            {t('newCustomer.done')}
          </Button>
        </div>
      </Stack>
    </TakesFocus>
  )
}
