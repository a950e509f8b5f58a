import { Radio, RadioGroup } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { RemovalPreview } from '../parts/customer-api.ts'

export type PrivilegesAtEndChoice = 'undecided' | 'keep' | 'end'

type PrivilegesAtEndProps = { preview: RemovalPreview; choice: PrivilegesAtEndChoice; onChoose: (choice: PrivilegesAtEndChoice) => void }

/** Removal leaves granted privileges unchanged [S1.48], but never silently: the partner says which it wants. */
export function PrivilegesAtEnd({ preview, choice, onChoose }: PrivilegesAtEndProps) {
  const { t } = useText()
  const formats = useFormats()
  const services = formats.list(preview.privileges.map(({ serviceName }) => serviceName))
  const title = t('customerAccount.privileges')
  if (preview.privileges.length === 0) {
    return (
      <Panel title={title}>
        <QuietText>{t('customerAccount.noPrivilegesAtEnd')}</QuietText>
      </Panel>
    )
  }
  if (preview.privilegesChoice === 'always') {
    return (
      <Panel title={title}>
        <QuietText>{t('customerAccount.privilegesAlwaysEnd', { services })}</QuietText>
      </Panel>
    )
  }
  return (
    <Panel title={title}>
      <Stack>
        <QuietText>{t('customerAccount.privilegesAtEnd', { services })}</QuietText>
        <RadioGroup aria-label={title} value={choice === 'undecided' ? '' : choice} onChange={(_, { value }) => onChoose(value as PrivilegesAtEndChoice)}>
          <Radio value="end" label={t('customerAccount.endPrivileges')} />
          <Radio value="keep" label={t('customerAccount.keepPrivileges')} />
        </RadioGroup>
      </Stack>
    </Panel>
  )
}
