import { Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnerAgreementKey, type PartnerAgreement } from '../parts/partner-agreement-api.ts'

const useStyles = makeStyles({
  check: { alignItems: 'flex-start', '& .fui-Checkbox__label': { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' } },
})

/** The tick belongs to the bytes that are shown: another text needs another tick. */
export function SignPartnerAgreement({ agreement: { text, blockedBecause } }: { agreement: PartnerAgreement }) {
  const styles = useStyles()
  const texts = useText()
  const { t, rich } = texts
  const { tenant } = useSignedIn()
  const can = useCan()
  const notify = useNotify()
  const box = useRef<HTMLInputElement>(null)
  const [ticked, setTicked] = useState<string | null>(null)
  const [isMissed, setMissed] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post('/partner-agreement/signatures', { idempotencyKey, body: text && { versionId: text.versionId, language: text.language, sha256: text.sha256 } }),
    // The session says on every page whether the agreement is signed.
    changes: [partnerAgreementKey, ['tenant'], ['session'], ['activity']],
    onDone: () => notify.done(t('legal.done')),
  })
  const blocked = blockedBecause ? t(`legal.blocked.${blockedBecause}`) : can('partnerAgreement.sign') ? undefined : t('legal.blocked.role')
  const isTicked = text !== null && ticked === text.sha256
  const sign = () => {
    if (act.isPending) return
    setMissed(!isTicked)
    if (isTicked) act.mutate()
    else box.current?.focus()
  }
  return (
    <Stack>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      {text && !blocked && (
        <Field validationState={isMissed && !isTicked ? 'error' : 'none'} validationMessage={isMissed && !isTicked ? t('legal.checkMissing') : undefined}>
          <Checkbox
            ref={box}
            className={styles.check}
            checked={isTicked}
            aria-required
            onChange={(_, { checked }) => setTicked(checked === true ? text.sha256 : null)}
            label={<span>{rich('legal.check', { tenant: <bdi>{tenant.name}</bdi> })}</span>}
          />
        </Field>
      )}
      <Acts>
        <GuardedButton appearance="primary" blockedBecause={blocked} disabledFocusable={act.isPending} onClick={sign}>
          {t('legal.sign')}
        </GuardedButton>
      </Acts>
      <QuietText>{blocked ?? t('legal.stepUpNote')}</QuietText>
    </Stack>
  )
}
