import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'

const useStyles = makeStyles({ bar: { paddingBlock: '8px' }, words: { display: 'block' } })

/** One press; the partner reads it at its request and sends a new link (field.md 3b-4). */
export function AskFreshLink({ secret, partnerName }: { secret: string; partnerName: string | undefined }) {
  const texts = useText()
  const { t } = texts
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post('/invitations/fresh-link-requests', { idempotencyKey, body: { secret }, whenSignedOut: 'throw' }),
  })
  const partner = <bdi>{partnerName ?? t('invitation.thePartner')}</bdi>
  if (act.isSuccess) return <Asked partner={partner} />
  return (
    <Stack>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <QuietText>{texts.rich('invitation.freshLinkText', { partner })}</QuietText>
      <Acts>
        <Button
          appearance="primary"
          disabledFocusable={act.isPending}
          icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : <SendRegular />}
          onClick={() => !act.isPending && act.mutate()}
        >
          {t('invitation.freshLinkAsk')}
        </Button>
      </Acts>
    </Stack>
  )
}

/** Takes the focus from the button that is gone. */
function Asked({ partner }: { partner: React.ReactNode }) {
  const { t, rich } = useText()
  const styles = useStyles()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => bar.current?.focus(), [])
  return (
    <MessageBar ref={bar} tabIndex={-1} intent="success" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('invitation.freshLinkAskedTitle')}</MessageBarTitle>
        <span className={styles.words}>{rich('invitation.freshLinkAsked', { partner })}</span>
      </MessageBarBody>
    </MessageBar>
  )
}
