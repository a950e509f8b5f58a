import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Campaign, campaignKey, campaignsKey, uploadList } from '../parts/campaign-api.ts'
import { ListFileField } from './ListFileField.tsx'
import { stampOf } from './NewCampaignForm.tsx'

/** A list for a campaign that has none, or another one as long as nobody was asked. */
export function UploadListForm({ campaign }: { campaign: Campaign }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [file, setFile] = useState<File | null>(null)
  const [isPressed, setPressed] = useState(false)
  const upload = useAct<string, Campaign>({
    send: (_stamp, idempotencyKey) => uploadList(campaign.id, file!, idempotencyKey),
    changes: [campaignsKey, campaignKey(campaign.id)],
    onDone: () => notify.done(t('campaigns.taken')),
  })
  return (
    <Panel title={t('campaigns.uploadTitle')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setPressed(true)
          if (file && !upload.isPending) upload.mutate(stampOf(file))
        }}
      >
        <Stack>
          <ProblemBanner problem={upload.error && !upload.isPending ? describeProblem(upload.error, texts) : null} />
          <QuietText>{t(campaign.rowCount > 0 ? 'campaigns.replaceText' : 'campaigns.uploadText')}</QuietText>
          <ListFileField onFile={setFile} error={isPressed && !file ? t('campaigns.fileMissing') : undefined} />
          <Acts>
            <Button type="submit" disabledFocusable={upload.isPending} icon={upload.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}>
              {t('campaigns.upload')}
            </Button>
          </Acts>
        </Stack>
      </form>
    </Panel>
  )
}
