import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { RemovePartnershipForm } from '../forms/RemovePartnershipForm.tsx'
import { isWaiting, partnershipQuery, partnershipRemovalQuery, type Partnership } from '../parts/partnership-api.ts'
import { usePartnershipName } from '../parts/use-partnership-name.ts'

/** Everything that must be known before a partnership ends (D.3). */
export function PartnershipRemovalPage() {
  const texts = useText()
  const { t } = texts
  const id = usePathId('partnershipId')
  const name = usePartnershipName()
  const partnership = useQuery(partnershipQuery(id))
  const preview = useQuery(partnershipRemovalQuery(id))
  const error = partnership.error ?? preview.error
  const retry = () => {
    void partnership.refetch()
    void preview.refetch()
  }
  return (
    <>
      <PageHeader
        title={t('partnerships.remove')}
        intro={partnership.data && name(partnership.data.value)}
        above={<TextLink href={paths.partner.partnership(id)}>{t('partnerships.partnership')}</TextLink>}
      />
      {partnership.data && preview.data ? (
        partnership.data.value.status === 'active' ? (
          <RemovePartnershipForm partnership={partnership.data.value} preview={preview.data} />
        ) : (
          <NothingToRemove partnership={partnership.data.value} />
        )
      ) : (
        <Panel>{error ? <ErrorState problem={describeProblem(error, texts)} onRetry={retry} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

/** While it waits for the reseller there is a request to withdraw; once it ended there is nothing left. */
function NothingToRemove({ partnership: { id, status } }: { partnership: Partnership }) {
  const { t } = useText()
  const waits = isWaiting(status)
  return (
    <Panel title={t(waits ? 'partnerships.notYet' : 'partnerships.ended')}>
      <Stack>
        <QuietText>{waits ? t('partnerships.notYetText') : t(`partnerships.endedText.${status as Exclude<typeof status, 'draft' | 'shared' | 'active'>}`)}</QuietText>
        <Acts>
          <ButtonLink href={paths.partner.partnership(id)}>{t(waits ? 'partnerships.toWithdraw' : 'partnerships.toPartnership')}</ButtonLink>
        </Acts>
      </Stack>
    </Panel>
  )
}
