import { Button, Tooltip } from '@fluentui/react-components'
import { HeartFilled, HeartRegular } from '@fluentui/react-icons'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useCan } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { leadKey, type LeadRow, leadsKey } from './referral-api.ts'

/** The heart that puts a lead among the favourites (S4.L3.2). */
export function FavouriteButton({ lead }: { lead: Pick<LeadRow, 'id' | 'isFavourite' | 'company'> }) {
  const { t } = useText()
  const may = useCan()('lead.work')
  const { id, isFavourite, company } = lead
  const act = useAct({
    send: (wanted: boolean, idempotencyKey) => api.post(`/leads/${id}/favourite`, { body: { isFavourite: wanted }, idempotencyKey }),
    changes: [leadsKey, leadKey(id)],
  })
  const label = t(isFavourite ? 'referrals.unfavour' : 'referrals.favour', { name: company.name })
  return (
    <Tooltip content={label} relationship="label" withArrow>
      <Button
        appearance="subtle"
        aria-pressed={isFavourite}
        icon={isFavourite ? <HeartFilled /> : <HeartRegular />}
        disabledFocusable={!may || act.isPending}
        onClick={() => act.mutate(!isFavourite)}
      />
    </Tooltip>
  )
}
