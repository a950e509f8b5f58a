import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Campaign, campaignKey, campaignsKey } from '../parts/campaign-api.ts'

const acts = ['start', 'pause', 'resume', 'cancel'] as const
type CampaignAct = (typeof acts)[number]

const resources: Record<CampaignAct, string> = { start: 'start', pause: 'pause', resume: 'resumption', cancel: 'cancellation' }

/** What can be done with the campaign now. Starting and cancelling are asked once more, pausing and resuming take effect at once. */
export function CampaignActs({ campaign, etag }: { campaign: Campaign; etag: string }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [asked, setAsked] = useState<'start' | 'cancel' | null>(null)
  const send = useAct<CampaignAct, Campaign>({
    send: (act, idempotencyKey) => api.post(`/campaigns/${campaign.id}/${resources[act]}`, { idempotencyKey, ...(act === 'start' && { ifMatch: etag }) }),
    changes: [campaignsKey, campaignKey(campaign.id)],
    onDone: (_campaign, act) => {
      notify.done(t(`campaigns.done.${act}`))
      setAsked(null)
    },
  })
  const press = (act: CampaignAct) => {
    send.reset()
    if (act === 'start' || act === 'cancel') setAsked(act)
    else send.mutate(act)
  }
  const count = campaign.rows.ready
  return (
    <>
      {acts
        .filter((act) => campaign.can.includes(act))
        .map((act) => (
          <GuardedButton key={act} appearance={act === 'start' || act === 'resume' ? 'primary' : 'secondary'} disabledFocusable={send.isPending} onClick={() => press(act)}>
            {t(`campaigns.act.${act}`, { count })}
          </GuardedButton>
        ))}
      {asked && (
        <ConfirmDialog
          isOpen
          isDangerous={asked === 'cancel'}
          title={t(`campaigns.ask.${asked}`)}
          confirmLabel={t(`campaigns.act.${asked}`, { count })}
          isWorking={send.isPending}
          problem={send.error && !send.isPending ? describeProblem(send.error, texts) : null}
          onConfirm={() => send.mutate(asked)}
          onCancel={() => setAsked(null)}
        >
          <QuietText>{t(asked === 'start' && campaign.delivery === 'mails' ? 'campaigns.askText.startMails' : `campaigns.askText.${asked}`, { count, perDay: campaign.mailsADay })}</QuietText>
        </ConfirmDialog>
      )}
    </>
  )
}
