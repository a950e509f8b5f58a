import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { useTakePersonalData } from './use-take-personal-data.ts'

/** Everything stored about oneself, as a file. */
export function PersonalDataPanel() {
  const { t } = useText()
  const { state, take } = useTakePersonalData()
  return (
    <Panel title={t('personalData.title')}>
      <Stack>
        <QuietText>{t('personalData.intro')}</QuietText>
        <Acts>
          <GuardedButton size="small" icon={<ArrowDownloadRegular />} blockedBecause={undefined} disabledFocusable={state.bytes !== null} onClick={() => take('/me/personal-data', {})}>
            {t('personalData.take')}
          </GuardedButton>
        </Acts>
        <FileExportProgress state={state} onCancel={state.cancel} />
      </Stack>
    </Panel>
  )
}
