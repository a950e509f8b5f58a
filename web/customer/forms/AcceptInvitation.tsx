import { Button, Checkbox, Field, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { Acceptance, InvitationView } from '../parts/invitation-api.ts'
import { claimsOf, type InvitationLink } from '../parts/invitation-link.ts'
import { agreementToSign } from '../parts/OfferedAgreementPanel.tsx'
import { partnerRelationshipsKey } from '../parts/partner-api.ts'

const useStyles = makeStyles({
  check: { alignItems: 'flex-start', '& .fui-Checkbox__label': { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' } },
})

export type AcceptInvitationProps = {
  link: InvitationLink
  view: InvitationView
  onAccepted: (acceptance: Acceptance) => void
  onDecline: () => void
  /** What is shown no longer holds: the page reads the invitation anew. */
  onOutdated: () => void
}

/** The answer of the customer: by POST only, one effect however often it is pressed (rule R4, R6). */
export function AcceptInvitation({ link, view, onAccepted, onDecline, onOutdated }: AcceptInvitationProps) {
  const texts = useText()
  const { t } = texts
  const agreement = agreementToSign(view)
  const consent = useConsent(agreement?.sha256 ?? null)
  const box = useRef<HTMLInputElement>(null)
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post<Acceptance>('/invitations/acceptance', {
        idempotencyKey,
        body: { secret: link.secret, claims: claimsOf(link), version: view.version, agreement: agreement && { versionId: agreement.versionId, language: agreement.language, sha256: agreement.sha256 } },
      }),
    changes: [partnerRelationshipsKey, ['agreements'], ['activity']],
    onDone: onAccepted,
  })
  const readAnew = useEffectEvent(onOutdated)
  useEffect(() => {
    if (isOutdated(act.error)) readAnew()
  }, [act.error])

  const accept = () => {
    if (act.isPending) return
    if (consent.isGiven()) act.mutate()
    else box.current?.focus()
  }
  return (
    <Panel title={t('invitation.answerTitle')}>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <Stack>
        {agreement && <ConsentBox consent={consent} box={box} />}
        <Acts>
          <Button appearance="primary" size="large" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={accept}>
            {t(act.isPending ? 'invitation.accepting' : 'invitation.accept')}
          </Button>
          <Button size="large" disabled={act.isPending} onClick={onDecline}>
            {t('invitation.decline')}
          </Button>
        </Acts>
        <QuietText>{t('invitation.stepUpNote')}</QuietText>
      </Stack>
    </Panel>
  )
}

/** Refusals after which another look shows why: a newer agreement, another ask, a link that has ended meanwhile. */
function isOutdated(error: unknown): boolean {
  return error instanceof ApiProblem && error.code !== 'stepUpRequired' && (typeof error.details.reason === 'string' || error.code === 'agreementMissing')
}

/** The tick belongs to the bytes that were shown: another text needs another tick. */
function useConsent(sha256: string | null) {
  const [ticked, setTicked] = useState<string | null>(null)
  const [isMissed, setMissed] = useState(false)
  const isTicked = sha256 !== null && ticked === sha256
  return {
    isTicked,
    isMissed: isMissed && !isTicked,
    tick: (isSet: boolean) => setTicked(isSet ? sha256 : null),
    isGiven: () => {
      const isGiven = sha256 === null || isTicked
      setMissed(!isGiven)
      return isGiven
    },
  }
}

function ConsentBox({ consent, box }: { consent: ReturnType<typeof useConsent>; box: RefObject<HTMLInputElement | null> }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const { tenant } = useSignedIn()
  const id = useId()
  return (
    <Field validationState={consent.isMissed ? 'error' : 'none'} validationMessage={consent.isMissed ? t('invitation.agreementCheckMissing') : undefined}>
      <Checkbox
        ref={box}
        id={id}
        className={styles.check}
        checked={consent.isTicked}
        aria-required
        onChange={(_, { checked }) => consent.tick(checked === true)}
        label={<span>{rich('invitation.agreementCheck', { tenant: <bdi>{tenant.name}</bdi> })}</span>}
      />
    </Field>
  )
}
