import { Checkbox, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnershipKey, partnershipsKey, type Partnership, type PartnershipRemovalPreview } from '../parts/partnership-api.ts'
import { requestsKey } from '../parts/request-api.ts'

const useStyles = makeStyles({ words: { margin: 0, lineHeight: tokens.lineHeightBase300 } })

/** Either side ends the partnership, with the statement of good faith; the provider's access may end in the same step. */
export function RemovePartnershipForm({ partnership, preview }: { partnership: Partnership; preview: PartnershipRemovalPreview }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const follow = useFollow()
  const styles = useStyles()
  const hasAccess = partnership.access.length > 0
  const [endAccess, setEndAccess] = useState(hasAccess)
  const [hasAcknowledged, setAcknowledged] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/partnerships/${partnership.id}/removal`, { body: { statementSha256: preview.statement.sha256, endAccess, ...(reason.trim() && { reason: reason.trim() }) }, idempotencyKey }),
    changes: [partnershipKey(partnership.id), partnershipsKey, requestsKey],
    onDone: () => {
      notify.done(t('partnerships.removed'))
      follow(paths.partner.partnership(partnership.id), { replace: true })
    },
  })
  const blocked = blockedBecause()
  function blockedBecause(): string | undefined {
    if (!partnership.can.includes('remove')) return t('partnerships.blocked.remove')
    return hasAcknowledged ? undefined : t('customerAccount.blocked.acknowledge')
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (blocked === undefined && !act.isPending) act.mutate()
      }}
    >
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <Panel title={t('customerAccount.whatStops')}>
        <Stack>
          <BulletList items={preview.whatStops} />
          {hasAccess && <Checkbox checked={endAccess} label={t(`partnerships.endAccess.${partnership.side}`)} onChange={(_, { checked }) => setEndAccess(checked === true)} />}
        </Stack>
      </Panel>
      <Panel title={t('customerAccount.statement')}>
        <Stack>
          <p className={styles.words}>{preview.statement.text}</p>
          <QuietText>{preview.noticeNote}</QuietText>
          <Field label={`${t('customerAccount.reason')} (${t('form.optionalMark')})`} hint={t('partnerships.reasonHint')}>
            <Textarea value={reason} rows={2} maxLength={1000} resize="vertical" onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Checkbox checked={hasAcknowledged} label={t('customerAccount.acknowledge')} onChange={(_, { checked }) => setAcknowledged(checked === true)} />
        </Stack>
      </Panel>
      {blocked !== undefined && <QuietText>{blocked}</QuietText>}
      <Acts>
        <GuardedButton type="submit" appearance="primary" blockedBecause={blocked} disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}>
          {t('partnerships.remove')}
        </GuardedButton>
        <ButtonLink href={paths.partner.partnership(partnership.id)}>{t('shell.cancel')}</ButtonLink>
      </Acts>
    </form>
  )
}
