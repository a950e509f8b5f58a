import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyButton } from '../../shared/ui/CopyButton.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { operatorKey } from './operator-api.ts'

const useStyles = makeStyles({
  link: {
    display: 'block',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

export type HandOutLinkProps = { personId: string; kind: 'passwordReset' | 'personInvitation' }

/** A link in place of a mailed one. It is made when the operator asks and shown once; the one before it ends. */
export function HandOutLink({ personId, kind }: HandOutLinkProps) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const [link, setLink] = useState<string | null>(null)
  const handOut = useAct({
    send: (_: void, idempotencyKey) => api.post<{ link: string }>('/operator/handed-out-codes', { body: { personId, kind }, idempotencyKey }),
    changes: [operatorKey],
    onDone: (answer) => setLink(answer.link),
  })
  if (link) {
    return (
      <Stack>
        <QuietText>{t(kind === 'passwordReset' ? 'operator.resetLinkText' : 'operator.invitationLinkText')}</QuietText>
        <code className={styles.link}>{link}</code>
        <Acts>
          <CopyButton isLabelled appearance="primary" size="medium" text={link} what={t('operator.theLink')} />
        </Acts>
        <QuietText>{t('operator.linkShownOnce')}</QuietText>
      </Stack>
    )
  }
  return (
    <div>
      <ProblemBanner problem={handOut.error && describeProblem(handOut.error, texts)} />
      <Button disabledFocusable={handOut.isPending} onClick={() => handOut.mutate()}>
        {t(kind === 'passwordReset' ? 'operator.showResetLink' : 'operator.showInvitationLink')}
      </Button>
    </div>
  )
}
