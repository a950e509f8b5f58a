import { Button, Checkbox, Field, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { agreementsKey, type OwnAgreement, ownAgreementQuery } from '../../shared/pages/agreements/own-agreement-api.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { OfferedAgreementPanel } from '../parts/OfferedAgreementPanel.tsx'

/** The agreement that nobody accepted yet: a customer that a partner added is asked here (D.6). Only while it is missing. */
export function AcceptOwnAgreement() {
  const { t } = useText()
  const can = useCan()
  const { language } = useLanguage()
  const { person, cloud } = useSignedIn()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = useQuery({ ...ownAgreementQuery(chosen ?? language), enabled: can('agreement.sign') })
  if (data?.standing !== 'missing' || !data.agreement) return null
  const { agreement, mustSignAgain } = data
  const maySign = person.roles.includes('globalAdministrator') || cloud.billingAdministratorMayAccept
  return (
    <>
      {mustSignAgain ? (
        <Panel title={t('legal.signAgainTitle')}>
          <QuietText>{t('legal.signAgain')}</QuietText>
        </Panel>
      ) : (
        <Panel title={t('agreements.toAccept')}>
          <Stack>
            <QuietText>{t('agreements.toAcceptText')}</QuietText>
            <QuietText>{t('agreements.deadEnd')}:</QuietText>
            <BulletList items={[t('agreements.deadEnd1'), t('agreements.deadEnd2')]} />
          </Stack>
        </Panel>
      )}
      <OfferedAgreementPanel agreement={agreement} onLanguage={setChosen} />
      {maySign ? (
        <Answer key={agreement.sha256} agreement={agreement} />
      ) : (
        <Panel title={t('invitation.answerTitle')}>
          <QuietText>{t('legal.blocked.customerRole')}</QuietText>
        </Panel>
      )}
    </>
  )
}

/** The tick belongs to the bytes that are shown: another text needs another tick. */
function Answer({ agreement: { versionId, language, sha256 } }: { agreement: NonNullable<OwnAgreement['agreement']> }) {
  const texts = useText()
  const { t, rich } = texts
  const { tenant } = useSignedIn()
  const notify = useNotify()
  const [isTicked, setTicked] = useState(false)
  const [isMissed, setMissed] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post('/agreements', { idempotencyKey, body: { versionId, language, sha256 } }),
    changes: [agreementsKey, ['activity']],
    onDone: () => notify.done(t('agreements.accepted')),
  })
  const isWrong = isMissed && !isTicked
  const accept = () => {
    setMissed(!isTicked)
    if (isTicked && !act.isPending) act.mutate()
  }
  return (
    <Panel title={t('invitation.answerTitle')}>
      <Stack>
        <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
        <Field validationState={isWrong ? 'error' : 'none'} validationMessage={isWrong ? t('invitation.agreementCheckMissing') : undefined}>
          <Checkbox
            checked={isTicked}
            aria-required
            onChange={(_, { checked }) => setTicked(checked === true)}
            label={<span>{rich('invitation.agreementCheck', { tenant: <bdi>{tenant.name}</bdi> })}</span>}
          />
        </Field>
        <Acts>
          <Button appearance="primary" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={accept}>
            {t('agreements.accept')}
          </Button>
        </Acts>
        <QuietText>{t('invitation.stepUpNote')}</QuietText>
      </Stack>
    </Panel>
  )
}
