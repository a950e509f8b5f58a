import { Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useSignedIn } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'

const useStyles = makeStyles({
  check: { alignItems: 'flex-start', '& .fui-Checkbox__label': { lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' } },
})

export type SignAgreementProps = {
  /** Where the signature is posted. */
  path: '/partner-agreement/signatures' | '/customer-agreement/signatures'
  /** The bytes that are shown beside it. */
  text: { versionId: string; language: string; sha256: string } | null
  /** Why it cannot be signed now; the button stays visible and says so. */
  blockedBecause: string | undefined
  /** What looks different afterwards. */
  changes: readonly (readonly unknown[])[]
}

/** The tick belongs to the bytes that are shown: another text needs another tick. */
export function SignAgreement({ path, text, blockedBecause, changes }: SignAgreementProps) {
  const styles = useStyles()
  const texts = useText()
  const { t, rich } = texts
  const { tenant } = useSignedIn()
  const notify = useNotify()
  const box = useRef<HTMLInputElement>(null)
  const [ticked, setTicked] = useState<string | null>(null)
  const [isMissed, setMissed] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(path, { idempotencyKey, body: text && { versionId: text.versionId, language: text.language, sha256: text.sha256 } }),
    changes,
    onDone: () => notify.done(t('legal.done')),
  })
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
      {text && !blockedBecause && (
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
        <GuardedButton appearance="primary" blockedBecause={blockedBecause} disabledFocusable={act.isPending} onClick={sign}>
          {t('legal.sign')}
        </GuardedButton>
      </Acts>
      <QuietText>{blockedBecause ?? t('legal.stepUpNote')}</QuietText>
    </Stack>
  )
}
