import { makeStyles } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useSession } from '../../shared/api/session.ts'
import { Stack } from '../../shared/ui/Stack.tsx'
import { AddressedTo } from './AddressedTo.tsx'
import { AskedOfYou } from './AskedOfYou.tsx'
import type { InvitationView } from './invitation-api.ts'
import type { InvitationLink } from './invitation-link.ts'
import { InTheWay } from './InTheWay.tsx'
import { NextSteps } from './NextSteps.tsx'
import { OutcomeCard } from './OutcomeCard.tsx'
import { ReasonCode } from './ReasonCode.tsx'
import { signOf } from './reasons-for-page.ts'
import { WhoAsks } from './WhoAsks.tsx'

const useStyles = makeStyles({ page: { maxWidth: '832px' } })

export type InvitationRefusedProps = {
  reason: string
  /** The server's own sentence, for a reason that is younger than this page. */
  reasonText: string | null
  link: InvitationLink
  /** Null where the link told nothing at all. */
  view: InvitationView | null
  onReadAgain: () => void
}

/** Why this invitation cannot be answered here and now, and the next step: no link fails silently (field.md 3b-4). */
export function InvitationRefused(props: InvitationRefusedProps) {
  const styles = useStyles()
  const { reason, view } = props
  const { title, text } = useReasonTexts(props)
  return (
    <div className={styles.page}>
      <OutcomeCard {...signOf(reason)} title={title} intro={text}>
        <Stack>
          {reason === 'wrongAccount' && <AddressedTo hint={view?.maskedFor ?? null} />}
          {view && view.verdict.heldBy.length > 0 ? (
            <InTheWay holders={view.verdict.heldBy} onReadAgain={props.onReadAgain} />
          ) : (
            <NextSteps {...props} reasonTitle={title} />
          )}
        </Stack>
        <ReasonCode code={reason} rule={view?.verdict ?? null} />
      </OutcomeCard>
      {view && view.partners.length > 0 && <WhoAsks partners={view.partners} />}
      {view && isForSomebodyElse(view) && <AskedOfYou view={view} />}
    </div>
  )
}

/** Another account can still answer, so it is worth reading what is asked. */
function isForSomebodyElse({ state, verdict }: InvitationView): boolean {
  return state === 'open' && ['forwardToAdministrator', 'switchAccount', 'register', 'openOtherCloud'].includes(verdict.next)
}

function useReasonTexts({ reason, reasonText }: InvitationRefusedProps): { title: string; text: string } {
  const { t, has } = useText()
  const session = useSession()
  const tenant = session.signedIn ? session.tenant.name : t('invitation.yourOrganization')
  const [title, text] = [`invitation.reason.${reason}.title`, `invitation.reason.${reason}.text`]
  if (!has(title) || !has(text)) return { title: t('invitation.reason.other.title'), text: reasonText ?? '' }
  return { title: t(title as 'invitation.reason.expired.title'), text: t(text as 'invitation.reason.wrongRole.text', { tenant }) }
}
