import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { PartnershipLetterForm } from '../forms/PartnershipLetterForm.tsx'
import { WithdrawPartnershipDialog } from '../forms/WithdrawPartnershipDialog.tsx'
import { AccessPanel } from '../parts/AccessPanel.tsx'
import { InviteJointly } from '../parts/InviteJointly.tsx'
import { isWaiting, partnershipQuery, type Partnership } from '../parts/partnership-api.ts'
import { PartnershipBadge } from '../parts/PartnershipBadge.tsx'
import { PartnershipFacts } from '../parts/PartnershipFacts.tsx'
import { SharedCustomersLink } from '../parts/SharedCustomersLink.tsx'
import { usePartnershipName } from '../parts/use-partnership-name.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
})

/** One partnership, from either side: its letter while it waits, and what it means once it is there (D.3). */
export function PartnershipPage() {
  const texts = useText()
  const { t } = texts
  const name = usePartnershipName()
  const query = useQuery(partnershipQuery(usePathId('partnershipId')))
  const partnership = query.data?.value
  const list = partnership?.side === 'reseller' ? 'indirectProviders' : 'indirectResellers'
  return (
    <>
      <PageHeader
        title={partnership ? t('partnerships.titleOf', { name: name(partnership) }) : t('partnerships.partnership')}
        intro={partnership?.draft ? t('requests.draft.intro') : undefined}
        above={<TextLink href={paths.partner[list]}>{t(`partnerships.${list}`)}</TextLink>}
        beside={partnership && <PartnershipBadge status={partnership.status} />}
        acts={partnership && <PartnershipActs partnership={partnership} />}
      />
      {partnership && query.data ? (
        <Described partnership={partnership} etag={query.data.etag} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function Described({ partnership, etag }: { partnership: Partnership; etag: string }) {
  const styles = useStyles()
  const { t } = useText()
  const { status, draft, access } = partnership
  return (
    <>
      {isWaiting(status) && partnership.blockedText !== null && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{t('partnerships.blockedVisit')}</MessageBarTitle>
            {partnership.blockedText}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div>
          {isWaiting(status) && (
            <Panel title={t('partnerships.letter')}>
              {draft ? <PartnershipLetterForm partnership={partnership} draft={draft} etag={etag} /> : <QuietText>{t('partnerships.letterNotShown')}</QuietText>}
            </Panel>
          )}
          {status === 'active' && (
            <Panel title={t('partnerships.customers')}>
              <Stack>
                <QuietText>{t(`partnerships.customersText.${partnership.side}`)}</QuietText>
                <SharedCustomersLink partnership={partnership} />
              </Stack>
            </Panel>
          )}
          {(status === 'active' || access.length > 0) && <AccessPanel partnership={partnership} />}
          {!isWaiting(status) && status !== 'active' && access.length === 0 && (
            <Panel title={t('partnerships.ended')}>
              <QuietText>{t(`partnerships.endedText.${status}`)}</QuietText>
            </Panel>
          )}
        </div>
        <PartnershipFacts partnership={partnership} />
      </div>
    </>
  )
}

function PartnershipActs({ partnership }: { partnership: Partnership }) {
  const { t } = useText()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { status, can, side, id } = partnership
  if (isWaiting(status) && side === 'provider') {
    return (
      <>
        <GuardedButton blockedBecause={can.includes('withdraw') ? undefined : t('partnerships.blocked.ask')} onClick={() => setWithdrawing(true)}>
          {t('requests.act.withdraw')}
        </GuardedButton>
        {isWithdrawing && <WithdrawPartnershipDialog partnership={partnership} onClose={() => setWithdrawing(false)} />}
      </>
    )
  }
  if (status !== 'active') return null
  if (!can.includes('remove')) return <GuardedButton blockedBecause={t('partnerships.blocked.remove')}>{t('partnerships.remove')}</GuardedButton>
  return (
    <>
      <ButtonLink href={paths.partner.partnershipRemoval(id)}>{t('partnerships.remove')}</ButtonLink>
      <InviteJointly partnership={partnership} />
    </>
  )
}
